package downhill.serve;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.export.MadeRows;
import downhill.store.PlainJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Has what answers requests run before anybody asks. Java loads what runs first and compiles what runs often, and whoever asks first would
 * wait for that. The requests are made up and come by no port; models of their own answer them, so that nothing of it is counted.
 */
final class Rehearsal {
    private final FrontDoor door;
    private final List<Request> requests = new ArrayList<>();

    /** Where something is sent, and what. */
    private record Request(URI address, byte[] body) {
    }

    Rehearsal(ModelShelf shelf, ServeLimits limits) {
        Tally tally = new Tally();
        door = new FrontDoor(new Routes(shelf, limits, tally), limits, Access.ofThisMachine(), tally);
        shelf.models().forEach(this::add);
    }

    private void add(ServedModel model) {
        List<Map<String, Object>> rows = rows(model.preprocessing());
        List<Map<String, Object>> inputs = model.columns().stream().map(column -> input(column, rows)).toList();
        requests.add(request(model, "infer", Map.of("inputs", inputs)));
        requests.add(request(model, "predict", Map.of("rows", rows)));
    }

    private static Request request(ServedModel model, String what, Map<String, Object> body) {
        String name = URLEncoder.encode(model.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Request(URI.create("/v2/models/" + name + "/versions/" + model.version() + "/" + what), PlainJson.write(body));
    }

    /** As few as are answered: one, and in a series those before it. */
    private static List<Map<String, Object>> rows(Preprocessing steps) {
        Table made = MadeRows.of(steps);
        return IntStream.rangeClosed(0, steps.reach()).mapToObj(row -> {
            Map<String, Object> cells = new LinkedHashMap<>();
            steps.asked().forEach(step -> cells.put(step.column(), cell(made.column(step.column()), step, row)));
            return cells;
        }).toList();
    }

    private static Object cell(Column column, FeatureStep step, int row) {
        if (column.isMissing(row) || step instanceof FeatureStep.OneHot) {
            return column.text(row);
        }
        return step.type() == ColumnType.DATE ? Dates.text(Math.rint(column.number(row)), false) : (Object) column.number(row);
    }

    private static Map<String, Object> input(String column, List<Map<String, Object>> rows) {
        List<Object> data = rows.stream().map(row -> row.get(column)).collect(ArrayList::new, List::add, List::addAll);
        boolean text = data.stream().anyMatch(String.class::isInstance);
        return Map.of("name", column, "datatype", text ? "BYTES" : "FP64", "shape", List.of(rows.size()), "data", data);
    }

    /** Asks again and again, for so long or until it is no longer wanted; how each request was answered last. */
    List<Integer> run(long nanos, BooleanSupplier unwanted) {
        List<Integer> answered = new ArrayList<>(requests.stream().map(each -> 0).toList());
        long end = System.nanoTime() + nanos;
        for (int i = 0; !requests.isEmpty() && !unwanted.getAsBoolean() && (i < requests.size() || System.nanoTime() < end); i++) {
            int which = i % requests.size();
            RehearsedExchange exchange = new RehearsedExchange(requests.get(which).address(), requests.get(which).body());
            door.handle(exchange);
            answered.set(which, exchange.getResponseCode());
        }
        return answered;
    }
}
