/** Colour quantization by K-means and indexed image codecs, in pure Java. */
module tinct.core {
    requires static org.jspecify; // annotations, read by the compiler only

    exports tinct;
    exports tinct.image;
    exports tinct.color;
    exports tinct.histogram;
    exports tinct.kmeans;
    exports tinct.palette;
    exports tinct.remap;
    exports tinct.codec;
    exports tinct.codec.palette;
    exports tinct.metrics;
}
