package tinct.codec;

import java.io.IOException;
import java.io.InputStream;

/** A file that is read several times, from its first byte. */
interface Reopened {
    InputStream open() throws IOException;
}
