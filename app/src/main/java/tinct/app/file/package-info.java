/** Picture files of all formats: opened, written whole or not at all, and what can go wrong with them. */
@NullMarked
package tinct.app.file;

import org.jspecify.annotations.NullMarked;
