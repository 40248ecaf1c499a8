package tinct.reference;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.NodeList;
import tinct.image.Delay;

/** Plays GIF files: frames and what is said of them come from ImageIO, and are put together as browsers do. */
public final class GifPlayer {
    private GifPlayer() {}

    /** A frame as the file has it. */
    public record Frame(int x, int y, int width, int height, int[] argb, String disposal, int hundredths) {}

    public static List<Frame> frames(byte[] gif) throws IOException {
        List<Frame> frames = new ArrayList<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage image = reader.read(i);
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = child(root, "ImageDescriptor");
                IIOMetadataNode control = child(root, "GraphicControlExtension");
                frames.add(new Frame(
                        number(place, "imageLeftPosition"),
                        number(place, "imageTopPosition"),
                        image.getWidth(),
                        image.getHeight(),
                        ImageIoPng.argb(image),
                        control.getAttribute("disposalMethod"),
                        number(control, "delayTime")));
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    public static Played play(byte[] gif) throws IOException {
        int width = gif[6] & 0xFF | (gif[7] & 0xFF) << 8;
        int height = gif[8] & 0xFF | (gif[9] & 0xFF) << 8;
        int[] canvas = new int[width * height];
        List<int[]> canvases = new ArrayList<>();
        List<Delay> delays = new ArrayList<>();
        for (Frame frame : frames(gif)) {
            int[] before = canvas.clone();
            for (int i = 0; i < frame.argb.length; i++) {
                int x = frame.x + i % frame.width;
                int y = frame.y + i / frame.width;
                if (x < width && y < height) {
                    boolean drawn = frame.argb[i] >>> 24 != 0;
                    canvas[y * width + x] = drawn ? frame.argb[i] : canvas[y * width + x];
                }
            }
            canvases.add(canvas.clone());
            delays.add(Delay.ofHundredths(frame.hundredths));
            switch (frame.disposal) {
                case "restoreToBackgroundColor" -> canvas = without(canvas, frame, width, height);
                case "restoreToPrevious" -> canvas = before;
                default -> {}
            }
        }
        return new Played(width, height, plays(gif), canvases, delays);
    }

    /** The canvas, transparent where the frame was. */
    private static int[] without(int[] canvas, Frame frame, int width, int height) {
        int[] result = canvas.clone();
        for (int y = frame.y; y < Math.min(height, frame.y + frame.height); y++) {
            for (int x = frame.x; x < Math.min(width, frame.x + frame.width); x++) {
                result[y * width + x] = 0;
            }
        }
        return result;
    }

    private static int plays(byte[] gif) {
        String text = new String(gif, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("NETSCAPE2.0\3\1");
        if (at < 0) {
            return 1;
        }
        int repeats = text.charAt(at + 13) | text.charAt(at + 14) << 8;
        return repeats == 0 ? 0 : repeats + 1;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return (IIOMetadataNode) found.item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }
}
