package tinct.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The pictures that were sent, the least lately used first. The oldest make room for new ones. */
final class Shelf {
    private static final int ID_BYTES = 8;

    private final Limits limits;
    private final Workspace workspace;
    private final Consumer<Upload> farewell;
    private final SecureRandom random = new SecureRandom();
    /** One picture is read at a time: what a decoder takes is not known before. */
    private final Semaphore decoding = new Semaphore(1, true);

    private final LinkedHashMap<String, Upload> uploads = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, NamedFile> palettes = new LinkedHashMap<>();

    /**
     * Nothing yet.
     *
     * @param farewell told of pictures that are removed
     */
    Shelf(Limits limits, Workspace workspace, Consumer<Upload> farewell) {
        this.limits = limits;
        this.workspace = workspace;
        this.farewell = farewell;
    }

    /** A name that nobody guesses. */
    String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /**
     * Takes a picture from a request.
     *
     * @throws IOException if it is no picture, is broken, or has too many pixels
     */
    Upload add(Request request, String tab) throws IOException {
        Path file = workspace.file(".picture");
        boolean kept = false;
        try {
            request.save(file, limits.uploadBytes());
            decoding.acquireUninterruptibly();
            try {
                String name = FileNames.safe(request.parameter("name"));
                Upload upload = new Upload(newId(), tab, name, file, limits.maxPixels());
                put(upload);
                kept = true;
                return upload;
            } finally {
                decoding.release();
            }
        } finally {
            if (!kept) {
                Workspace.delete(file);
            }
        }
    }

    private synchronized void put(Upload upload) throws IOException {
        uploads.put(upload.id(), upload);
        List<Upload> own = of(upload.tab());
        own.subList(0, Math.max(0, own.size() - limits.pictures())).forEach(this::take);
        for (Upload other : List.copyOf(uploads.values())) {
            if (other != upload && workspace.bytes() > limits.storedBytes()) {
                take(other);
            }
        }
        forgetPixels(upload);
    }

    /** Removes a picture and what was made of it. */
    private synchronized void take(Upload upload) {
        uploads.remove(upload.id());
        farewell.accept(upload);
        Workspace.delete(upload.file());
    }

    private synchronized void forgetPixels(Upload used) {
        long kept = uploads.values().stream()
                .filter(Upload::inMemory)
                .mapToLong(Upload::pixelCount)
                .sum();
        for (Upload upload : uploads.values()) {
            if (kept > limits.keptPixels() && upload != used && upload.inMemory()) {
                upload.forget();
                kept -= upload.pixelCount();
            }
        }
    }

    /**
     * A picture.
     *
     * @throws Refusal if it is not there
     */
    Upload get(String id) {
        Upload upload;
        synchronized (this) {
            upload = uploads.get(id);
        }
        if (upload == null) {
            throw Refusal.absent("picture");
        }
        return upload;
    }

    /** The pixels of a picture; those of others may be forgotten for them. */
    Upload.Pixels pixels(Upload upload) throws IOException {
        if (upload.inMemory()) {
            return upload.pixels();
        }
        decoding.acquireUninterruptibly();
        try {
            Upload.Pixels pixels = upload.pixels();
            forgetPixels(upload);
            return pixels;
        } finally {
            decoding.release();
        }
    }

    /** Those of a tab, the oldest use first. */
    synchronized List<Upload> of(String tab) {
        return uploads.values().stream()
                .filter(upload -> upload.tab().equals(tab))
                .toList();
    }

    void remove(String id) {
        take(get(id));
    }

    /** A file and what its sender calls it. */
    record NamedFile(Path file, String name) {}

    /** Keeps a palette file; returns what it is asked for by. */
    synchronized String addPalette(NamedFile file) {
        String id = newId();
        palettes.put(id, file);
        if (palettes.size() > limits.pictures()) {
            Map.Entry<String, NamedFile> oldest = palettes.entrySet().iterator().next();
            Workspace.delete(oldest.getValue().file());
            palettes.remove(oldest.getKey());
        }
        return id;
    }

    synchronized Optional<NamedFile> palette(String id) {
        return Optional.ofNullable(palettes.get(id));
    }
}
