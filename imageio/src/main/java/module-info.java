/** Pictures of other formats through ImageIO and TwelveMonkeys, the bridge to BufferedImage, and ImageIO's plug-in "png8". */
module tinct.imageio {
    requires static org.jspecify; // annotations, read by the compiler only
    requires transitive java.desktop;
    requires transitive tinct.core;
    requires com.twelvemonkeys.imageio.core;
    requires com.twelvemonkeys.imageio.jpeg;
    requires com.twelvemonkeys.imageio.tiff;
    requires com.twelvemonkeys.imageio.webp;

    exports tinct.imageio;

    provides javax.imageio.spi.ImageWriterSpi with
            tinct.imageio.Png8WriterSpi;
}
