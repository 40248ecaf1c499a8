package tinct.app.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Results in one file. */
final class Zip {
    private Zip() {}

    /** Writes them, each by a plain name of its own. */
    static void write(List<Compression> jobs, OutputStream out) throws IOException {
        Set<String> taken = FileNames.none();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0); // They are as small as they get.
            for (Compression job : jobs) {
                String name = FileNames.unique(FileNames.safe(job.productName()), taken);
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(job.product(), zip);
                zip.closeEntry();
            }
        }
    }
}
