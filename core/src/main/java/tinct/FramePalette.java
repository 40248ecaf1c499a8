package tinct;

/** Which frames of an animation share a palette. */
public enum FramePalette {
    /** All of them: that of their merged histograms. The default. */
    ONE,
    /** None: each frame has the best colours for what it changes. GIF only. */
    EACH
}
