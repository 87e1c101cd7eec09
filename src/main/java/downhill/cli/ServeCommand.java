package downhill.cli;

import downhill.serve.Access;
import downhill.serve.InferenceServer;
import downhill.serve.ModelAddress;
import downhill.serve.ModelShelf;
import downhill.serve.TlsKey;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers over HTTP until it is ended. */
@Command(name = "serve", description = "Answer over HTTP with trained models, until Ctrl-C.", sortOptions = false, footerHeading = "%n",
        footer = {
    "Speaks the Open Inference Protocol (KServe v2, REST), takes rows by the names of their columns at /v2/models/NAME/predict, and has "
            + "a page to try a model at /. Answers are those of predict, to the last bit. A file that changes is read again and becomes "
            + "the next version of its model; no request is lost. docs/serve.md has the addresses.",
    "%nExamples:%n  downhill serve race/model-adam.downhill-model",
    "  downhill serve iris:1=old.downhill-model iris:2=new.downhill-model --host 0.0.0.0 --token-file token.txt"})
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = "Trained models (*.downhill-model), each FILE, NAME=FILE or "
            + "NAME:VERSION=FILE.")
    private List<String> models;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N",
            description = "Port to answer at (default: ${DEFAULT-VALUE}; 0: any that is free).")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "ADDRESS",
            description = "Address to answer at (default: ${DEFAULT-VALUE}, this machine alone); any other needs --token-file.")
    private String host;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "Answer only who sends the line of this file: Authorization: Bearer LINE.")
    private Path token;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Answer over TLS, with the key and certificate of this PKCS #12 file.")
    private Path key;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "The password of --tls-key, as the line of a file.")
    private Path password;

    @Mixin
    private ServeOptions limits;

    @Override
    public Integer call() throws InterruptedException {
        List<ModelAddress> addresses = models.stream().map(ModelAddress::parse).toList();
        if (port < 0 || port > 65_535) {
            throw new InputException(Said.of("serve.port.range", port));
        }
        if (password != null && key == null) {
            throw new InputException(Said.of("serve.tls.alone"));
        }
        Access access = token == null ? Access.ofThisMachine() : Access.of(token);
        TlsKey secure = key == null ? null : TlsKey.read(key, password);
        InferenceServer.limit(limits.limits());
        int warm = limits.warm();
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch ended = new CountDownLatch(1);
        try (CtrlC signals = new CtrlC(List.of("INT", "TERM"), ended::countDown)) {
            ModelShelf shelf = new ModelShelf(addresses, limits.limits(), said -> say(err, said));
            serve(shelf, access, secure, err, warm, ended);
        }
        return ExitCode.DONE;
    }

    private void serve(ModelShelf shelf, Access access, TlsKey secure, PrintWriter err, int warm, CountDownLatch ended)
            throws InterruptedException {
        try (shelf; InferenceServer server = new InferenceServer(shelf, host, port, limits.limits(), access, secure)) {
            if (warm > 0) {
                say(err, Said.of("serve.warm", warm));
                server.rehearse(new ModelShelf(models.stream().map(ModelAddress::parse).toList(), limits.limits(), said -> { }), warm,
                        () -> ended.getCount() == 0);
            }
            PrintWriter out = spec.commandLine().getOut();
            shelf.names().forEach(name -> out.println(server.address() + "v2/models/" + name));
            out.println(server.address());
            out.flush();
            say(err, Said.of(opened(access, secure), server.address()));
            ended.await();
            say(err, Said.of("serve.ending"));
        }
        say(err, Said.of("serve.ended"));
    }

    private static String opened(Access access, TlsKey secure) {
        if (!access.asksForToken()) {
            return "serve.here";
        }
        return secure == null ? "serve.open.plain" : "serve.open.tls";
    }

    private static synchronized void say(PrintWriter err, Said said) {
        err.println(said);
        err.flush();
    }
}
