package downhill.serve;

import downhill.store.PlainJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A server of some models on a port of its own, and who asks it. */
public final class Asking implements AutoCloseable {
    /** Limits that a test reaches soon, but for that of time: a busy machine may stand still, and nobody is to be cut off by that. */
    public static final ServeLimits SMALL = new ServeLimits(1 << 20, 1000, 600, 1000, 64, 0);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ModelShelf shelf;
    private final InferenceServer server;

    public Asking(ServeLimits limits, Access access, String... models) {
        InferenceServer.limit(limits);
        shelf = new ModelShelf(Arrays.stream(models).map(ModelAddress::parse).toList(), limits, said -> { });
        server = new InferenceServer(shelf, "127.0.0.1", 0, limits, access, null);
    }

    /** One model called {@code m}. */
    public static Asking of(Path model) {
        return new Asking(SMALL, Access.ofThisMachine(), "m=" + model);
    }

    ModelShelf shelf() {
        return shelf;
    }

    InferenceServer server() {
        return server;
    }

    /** Where it listens. */
    public int port() {
        return at("").getPort();
    }

    URI at(String path) {
        return URI.create(server.address() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> csv(String path, String body) {
        return send(request(path).header("Content-Type", "text/csv; charset=utf-8").POST(BodyPublishers.ofString(body)));
    }

    public Map<?, ?> ask(String path, Object body) {
        return json(post(path, new String(PlainJson.write(body), StandardCharsets.UTF_8)).body());
    }

    public static Map<?, ?> json(String text) {
        return (Map<?, ?>) PlainJson.read(text.getBytes(StandardCharsets.UTF_8), "answer");
    }

    static String infer(String name, String datatype, String shape, String data) {
        return "{\"inputs\":[{\"name\":\"" + name + "\",\"shape\":" + shape + ",\"datatype\":\"" + datatype + "\",\"data\":" + data + "}]}";
    }

    static List<?> list(Map<?, ?> json, String name) {
        return (List<?>) json.get(name);
    }

    @Override
    public void close() {
        server.close();
    }
}
