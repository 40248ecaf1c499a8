package tinct.app;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tinct.app.serve.BrowserOpener;
import tinct.app.serve.Limits;
import tinct.app.serve.Server;
import tinct.app.text.Console;
import tinct.app.text.Units;

/** {@code tinct serve}: the local page. */
@Command(
        name = "serve",
        description = "Show a page in the browser where pictures are dropped, dials are turned and results taken away.",
        customSynopsis = {"tinct serve [OPTIONS]", ""},
        sortOptions = false,
        footer = {
            "",
            "A preset and a configuration file (see compress) say what the page begins with; all can be changed there.",
            "",
            "The page is for this machine only: nothing leaves it, nobody else reaches it without --host, and nothing "
                    + "is kept when it stops (Ctrl-C). docs/serve.md tells how scripts use it.",
            "",
            "Exit code: 0 stopped, 1 it could not start, 2 the command line is wrong, 130 interrupted."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORTS = 65535;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "N", description = "Listen on this port. Default: any that is free.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Listen on another address of this machine than 127.0.0.1: whoever reaches it and has the "
                    + "token can use the page, and the network can read along.")
    private String host = "";

    @Option(names = "--no-browser", description = "Do not open the page in a browser.")
    private boolean noBrowser;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description = "Refuse pictures of more pixels. Default: 100 million, " + "less if memory is small.")
    private Optional<Long> maxPixels = Optional.empty();

    @Option(
            names = "--max-upload",
            paramLabel = "SIZE",
            converter = TargetOptions.SizeConverter.class,
            description = "Refuse files that are larger. Default: 100MB.")
    private Optional<Long> maxUpload = Optional.empty();

    @Mixin
    @SuppressWarnings("unused") // Arguments reads them
    private DefaultOptions defaults = new DefaultOptions();

    @Mixin
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private HelpOption help = new HelpOption();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check(port >= 0 && port <= MOST_PORTS, "--port must be in 0..65535, was " + port);
        check(maxPixels.orElse(1L) >= 1, "--max-pixels must be at least 1, was " + maxPixels.orElse(1L));
        Limits limits = maxPixels.map(Limits.DEFAULT::withMaxPixels).orElse(Limits.DEFAULT);
        limits = maxUpload.isPresent() ? limits.withUploadBytes(maxUpload.get()) : limits;
        List<String> own = spec.commandLine().getParseResult().originalArgs();
        WishReader reader = new WishReader(Arguments.of(spec.commandLine(), own, Arguments.places()));
        try (Server server = new Server(host, port, limits, reader)) {
            tell(server.address(), limits);
            new CountDownLatch(1).await(); // until the process is interrupted
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (BindException e) {
            console.err().println("tinct: port " + port + " cannot be used: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void tell(URI address, Limits limits) {
        console.out().println(address);
        console.out().flush();
        if (!host.isEmpty()) {
            console.err()
                    .println("tinct: WARNING: listening on " + host
                            + ": whoever can read the network can use this page");
        }
        console.err()
                .println("tinct: pictures up to " + Units.bytes(limits.uploadBytes()) + " and "
                        + Units.count(limits.maxPixels()) + " pixels; Ctrl-C stops, and nothing is kept");
        if (!noBrowser) {
            BrowserOpener.open(address);
        }
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
