/** How things are said: units, tables, JSON, progress. */
@NullMarked
package tinct.app.text;

import org.jspecify.annotations.NullMarked;
