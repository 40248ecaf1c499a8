/** A campaign of random trials of the whole program; see {@link tinct.app.soak.Soak}. */
@org.jspecify.annotations.NullMarked
package tinct.app.soak;
