package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.reference.ImageIoPng;

final class FormatTest {
    @Test
    void formatsAreFoundByFileName() {
        assertThat(Format.ofFileName("a.png")).contains(Format.PNG);
        assertThat(Format.ofFileName("dir.gif/A.B.TINCT")).contains(Format.TINCT);
        assertThat(Format.ofFileName("a.Gif")).contains(Format.GIF);
        assertThat(Format.ofFileName("png")).isEmpty();
        assertThat(Format.ofFileName("a.png.jpg")).isEmpty();
    }

    @Test
    void eachFormatWritesItsKindOfFile() throws IOException {
        IndexedImage image = RandomIndexed.of(new SplittableRandom(3), 20, 10, 9, false);
        for (Format format : Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(image, out);
            byte[] file = out.toByteArray();
            Image read = switch (format) {
                case PNG, GIF -> new Image(20, 10, ImageIoPng.argb(ImageIoPng.read(file)));
                case WEBP -> NaiveWebp.read(file);
                case TINCT ->
                    PackedReader.read(new ByteArrayInputStream(file), 200).toImage();
            };
            assertThat(read).as("%s", format).isEqualTo(image.toImage());
            assertThat(format.mediaType()).startsWith("image/").endsWith(format.extension());
        }
    }
}
