package tinct.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whether a client still waits for its answer. The JDK's server finds out when it answers, which is after all the work; so
 * the system's table of connections is asked. Only Linux has one that can be read: elsewhere nobody leaves.
 */
final class Presence {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;

    private final String server;
    private final String client;
    private int missing;

    Presence(InetSocketAddress server, InetSocketAddress client) {
        this.server = text(server);
        this.client = text(client);
    }

    /** As the table ends an address: bytes in words of the machine's order, a colon, the port. IPv4 is the end of IPv6. */
    private static String text(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        ByteBuffer bytes = ByteBuffer.wrap(host.getAddress()).order(ByteOrder.nativeOrder());
        StringBuilder text = new StringBuilder();
        while (bytes.hasRemaining()) {
            text.append(String.format(Locale.ROOT, "%08X", bytes.getInt()));
        }
        return text + String.format(Locale.ROOT, ":%04X", address.getPort());
    }

    /** Whether the client was away at this look and the one before: a table that changes while it is read may lack a line. */
    boolean left() {
        missing = away() ? missing + 1 : 0;
        return missing > 1;
    }

    private boolean away() {
        try {
            boolean told = false;
            for (Path table : TABLES) {
                if (Files.isReadable(table)) {
                    told = true;
                    if (Files.readAllLines(table).stream().anyMatch(this::isOpen)) {
                        return false;
                    }
                }
            }
            return told;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOpen(String line) {
        String[] columns = line.strip().split(" +", STATE + 2);
        return columns.length > STATE
                && columns[LOCAL].endsWith(server)
                && columns[REMOTE].endsWith(client)
                && columns[STATE].equals(ESTABLISHED);
    }
}
