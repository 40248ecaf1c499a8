/** The report: pictures, their results and the figures of both in one file of HTML. */
@NullMarked
package tinct.app.report;

import org.jspecify.annotations.NullMarked;
