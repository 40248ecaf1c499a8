package tinct.spark;

import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** Addresses of Hadoop that are files of this machine. */
final class Places {
    private Places() {}

    /** The file of an address; empty if it is not of the local file system. */
    static Optional<java.nio.file.Path> local(String address) {
        URI uri = new Path(address).toUri();
        boolean local = "file".equals(uri.getScheme())
                && (uri.getAuthority() == null || uri.getAuthority().isEmpty());
        return local ? Optional.of(java.nio.file.Path.of(uri.getPath())) : Optional.empty();
    }
}
