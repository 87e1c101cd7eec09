package downhill.serve;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Whatever bytes come as a request's body: an answer, or a refusal of one sentence. They go in behind the port, as a rehearsal's do. */
@Tag("fuzz")
class ServeFuzzTest {
    /** Where something is asked, of what type the body is, and one that is right. */
    private record Asked(String path, String type, String right) {
    }

    private static final List<Asked> ALL = List.of(
            new Asked("infer", "application/json", "{\"id\":\"1\",\"inputs\":["
                    + "{\"name\":\"size\",\"shape\":[2,1],\"datatype\":\"FP64\",\"data\":[[1.5],[2]]},"
                    + "{\"name\":\"kind\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"red\",null]},"
                    + "{\"name\":\"day\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"1997-05-19\",\"2000-01-01\"]}],"
                    + "\"outputs\":[{\"name\":\"label\"}]}"),
            new Asked("predict", "application/json", "{\"columns\":[\"size\",\"kind\",\"day\"],\"rows\":[[5,\"red\",\"1997-05-19\"]]}"),
            new Asked("predict", "text/csv; charset=utf-8", "size,kind,day\n5,red,1997-05-19\n\"1,5\",blue,\n"),
            new Asked("explain", "application/json", "{\"rows\":[{\"size\":5,\"kind\":\"red\",\"day\":\"1997-05-19\"}]}"));
    private static final FrontDoor DOOR = door();

    private static FrontDoor door() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Path model = ServedModels.write(folder.resolve("m.downhill-model"), 1);
            ModelShelf shelf = new ModelShelf(List.of(ModelAddress.parse("m=" + model)), Asking.SMALL, said -> { });
            Files.delete(model);
            Files.delete(folder);
            Tally tally = new Tally();
            return new FrontDoor(new Routes(shelf, Asking.SMALL, tally), Asking.SMALL, Access.ofThisMachine(), tally);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anyBodyIsAnsweredOrRefused(byte[] bytes) {
        if (bytes.length == 0) {
            ALL.forEach(each -> tried(each, each.right().getBytes(StandardCharsets.UTF_8), true));
            return;
        }
        Asked asked = ALL.get((bytes[0] & 255) % ALL.size());
        byte[] rest = new byte[bytes.length - 1];
        System.arraycopy(bytes, 1, rest, 0, rest.length);
        tried(asked, rest, false);
        tried(asked, spoilt(asked, rest), false);
    }

    /** What is right with a piece replaced: the first byte says where in it, of 256 parts, the second how much. */
    private static byte[] spoilt(Asked asked, byte... bytes) {
        if (bytes.length < 2) {
            return asked.right().getBytes(StandardCharsets.UTF_8);
        }
        int at = (bytes[0] & 255) * asked.right().length() / 256;
        int end = Math.min(asked.right().length(), at + (bytes[1] & 31));
        String put = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8);
        return (asked.right().substring(0, at) + put + asked.right().substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static void tried(Asked asked, byte[] body, boolean right) {
        RehearsedExchange exchange = new RehearsedExchange(URI.create("/v2/models/m/" + asked.path()), body);
        exchange.getRequestHeaders().set("Content-Type", asked.type());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        exchange.setStreams(null, answer);
        DOOR.handle(exchange);
        String said = answer.toString(StandardCharsets.UTF_8);
        int code = exchange.getResponseCode();
        boolean known = code == 200 || !right && (code == 400 || code == 413);
        if (!known || Asking.json(said).isEmpty() || code != 200 && !(Asking.json(said).get("error") instanceof String)) {
            throw new AssertionError(code + " " + said);
        }
    }
}
