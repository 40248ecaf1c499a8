package tinct.app.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Lets in only who was told the token, and only by the address that was told: other pages in the same browser, and names
 * of other hosts that lead here, are refused.
 */
final class Gate {
    static final String HEADER = "X-Tinct-Token";

    private static final int TOKEN_BYTES = 24;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private final String token;
    private final Set<String> hosts;
    private final String cookie;

    /**
     * For a server.
     *
     * @param hosts names that the server goes by, with its port
     * @param port of the server: cookies do not know ports, and another server may run beside
     */
    Gate(Set<String> hosts, int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.hosts = Set.copyOf(hosts);
        this.cookie = "tinct-" + port;
    }

    String token() {
        return token;
    }

    /** Headers that every answer has. */
    void protect(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /**
     * Looks at who asks.
     *
     * @throws Refusal if it is not for them
     */
    void check(Request request) {
        String host = request.header("Host");
        if (!hosts.contains(host)) {
            throw new Refusal(403, "this server does not go by the name '" + FileNames.safe(host) + "'");
        }
        String origin = request.header("Origin");
        if (!origin.isEmpty() && !origin.equals("http://" + host)) {
            throw new Refusal(403, "requests of other pages are not answered");
        }
        boolean given = same(request.parameter("token")) || same(request.header(HEADER));
        if (!given && !same(cookie(request))) {
            throw new Refusal(401, "the token is missing or wrong: use the address that tinct serve printed");
        }
        // A link with the token, as in a terminal that is a page, is let in; pictures and frames of other pages are
        // not.
        String site = request.header("Sec-Fetch-Site");
        boolean own = site.isEmpty() || site.equals("same-origin") || site.equals("none");
        if (!own && !(given && request.header("Sec-Fetch-Dest").equals("document"))) {
            throw new Refusal(403, "requests of other pages are not answered");
        }
        if (given) {
            // Kept by the browser for what a page asks for by itself, as images; scripts cannot read it.
            request.answerHeaders().set("Set-Cookie", cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
        }
    }

    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String cookie(Request request) {
        for (String part : request.header("Cookie").split(";", -1)) {
            String pair = part.strip();
            if (pair.startsWith(cookie + "=")) {
                return pair.substring(cookie.length() + 1);
            }
        }
        return "";
    }
}
