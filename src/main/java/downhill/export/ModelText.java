package downhill.export;

import downhill.data.MadeColumn;
import downhill.data.Reading;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.export.tape.Tape;
import downhill.export.tape.TapeLine;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model as a text that small programs in any language can run: what is told of it, how the columns become inputs, the tape, the numbers
 * and the stored rows. One thing a line, words apart by a space; names are percent-encoded, so that no line holds a quote, a backslash or
 * an
 * angle bracket.
 */
public final class ModelText {
    /** Numbers on a line of parameters. */
    private static final int PER_LINE = 600;
    /** Signs on a line after which it goes on below. */
    private static final int LONG = 8000;

    private final StringBuilder text = new StringBuilder();

    private ModelText() {
    }

    /** The whole model with the rows that prove it. */
    public static String of(TrainedEnsemble model, List<StoredRow> rows) {
        ModelText made = new ModelText();
        made.head(model);
        model.members().forEach(made::member);
        rows.forEach(made::row);
        return made.text.toString();
    }

    /** The rows alone. */
    public static String rows(List<StoredRow> rows) {
        ModelText made = new ModelText();
        rows.forEach(made::row);
        return made.text.toString();
    }

    /** How the columns of a file become inputs, alone. */
    public static String columnsOf(Preprocessing steps) {
        ModelText made = new ModelText();
        made.columns(steps);
        return made.text.toString().replace("\n+", "");
    }

    /** Long lines go on, with a plus, below: some languages bound what a text may hold. */
    private void line(String first, Object... rest) {
        int begun = text.length();
        text.append(first);
        for (Object each : rest) {
            for (String word : each.toString().split(" ")) {
                if (text.length() - begun > LONG) {
                    text.append("\n+");
                    begun = text.length();
                }
                text.append(' ').append(word);
            }
        }
        text.append('\n');
    }

    private void head(TrainedEnsemble model) {
        Preprocessing steps = model.preprocessing();
        line("name", word(model.name()));
        line("target", word(steps.target().column()), steps.predictsDates() ? "date" : "plain");
        line("window", steps.sequence() == null ? 1 : steps.sequence().window());
        line("shape", shape(steps));
        if (steps.task().isClassification()) {
            line("classes", steps.classNames().stream().map(ModelText::word).toArray());
        }
        if (steps.reading() != null) {
            reading(steps, steps.reading());
        }
    }

    /** What an example is: an image with its lengths, a series, or a row. */
    private static String shape(Preprocessing steps) {
        if (steps.image() != null) {
            return "image " + steps.image().channels() + " " + steps.image().height() + " " + steps.image().width();
        }
        return steps.sequence() != null ? "series" : "row";
    }

    /** How texts of training were read, and between what its numbers lay. */
    private void reading(Preprocessing steps, Reading reading) {
        line("missing", reading.missing().stream().map(ModelText::word).toArray());
        line("times", Stream.concat(steps.asked().stream().map(FeatureStep::column), Stream.of(steps.target().column())).distinct()
                .filter(steps::hasTimes).map(ModelText::word).toArray());
        line("decimal", word(reading.decimal() == null ? "." : reading.decimal()));
        for (FeatureStep step : steps.asked()) {
            reading.column(step.column()).filter(column -> !(step instanceof FeatureStep.OneHot) && column.least() != null)
                    .ifPresent(column -> line("range", word(step.column()), column.least(), column.greatest()));
        }
    }

    private void member(TrainedEnsemble.Member member) {
        TrainedModel model = member.model();
        line("member", member.weight(), word(model.name()));
        columns(model.preprocessing());
        answer(model);
        Tape tape = Tape.of(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs());
        tape.lines().forEach(this::operation);
        numbers(model.parameters());
    }

    /** Those of the file in the order in which a row gives them, then those that are made of them. */
    private void columns(Preprocessing steps) {
        List<FeatureStep> own = steps.features().stream().filter(step -> !steps.isMade(step)).toList();
        own.forEach(this::column);
        List<FeatureStep> asked = steps.asked();
        asked.subList(own.size(), asked.size()).forEach(step -> line("source", word(step.column()), kind(step)));
        steps.madeColumns().forEach(each -> made(each, steps));
    }

    private void made(MadeColumn made, Preprocessing steps) {
        FeatureStep.Numeric step = (FeatureStep.Numeric) steps.features().stream().filter(each -> each.column().equals(made.name()))
                .findFirst().orElseThrow();
        line("made", word(made.name()), fill(step.fill()), step.center(), step.scale(), made.making().name().toLowerCase(Locale.ROOT),
                made.constant(), words(made.of()));
    }

    private static String kind(FeatureStep step) {
        return step.type().name().toLowerCase(Locale.ROOT);
    }

    private void column(FeatureStep step) {
        String name = word(step.column());
        if (step instanceof FeatureStep.OneHot labels) {
            line("category", name, labels.fill() == null ? "-" : word(labels.fill()), words(labels.categories()));
        } else if (step instanceof FeatureStep.Relative part) {
            line(part.relation().name().toLowerCase(Locale.ROOT), name, fill(part.fill()), part.center(), part.scale());
        } else if (step instanceof FeatureStep.Numeric number) {
            line(kind(step), name, fill(number.fill()), number.center(), number.scale());
        }
    }

    private static Object fill(Double value) {
        return value == null ? "-" : value;
    }

    private void answer(TrainedModel model) {
        TargetStep target = model.preprocessing().target();
        if (target instanceof TargetStep.NumberTarget number) {
            line("answer", "number", number.center(), number.scale());
        } else if (target instanceof TargetStep.RelativeTarget part) {
            line("answer", part.relation().name().toLowerCase(Locale.ROOT), part.center(), part.scale(), word(part.column()));
        } else {
            line("answer", reading(model.model().loss()));
        }
    }

    /** How raw outputs become probabilities. */
    private static String reading(Loss loss) {
        return loss.onLogits() ? "logits" : "shares";
    }

    private void operation(TapeLine each) {
        String last = Double.isNaN(each.value()) ? list(each.arguments()) : Double.toString(each.value());
        String shape = list(each.shape().stream().map(Math::abs).toList());
        if (each.name().isEmpty()) {
            line("=", each.op(), shape, list(each.inputs()), last);
        } else {
            line("=", each.op(), shape, list(each.inputs()), last, word(each.name()));
        }
    }

    private static String list(List<Integer> numbers) {
        return numbers.isEmpty() ? "-" : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Little-endian binary64 in Base64. */
    private void numbers(double[] parameters) {
        for (int from = 0; from < parameters.length; from += PER_LINE) {
            int count = Math.min(PER_LINE, parameters.length - from);
            ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(parameters, from, count);
            line("numbers", Base64.getEncoder().encodeToString(bytes.array()));
        }
    }

    private void row(StoredRow row) {
        String cells = row.rows().stream().map(each -> each.stream().map(ModelText::cell).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
        line("row", cells, "=", row.answer().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? number.toString() : "'" + word((String) value);
    }

    private static String words(List<String> all) {
        return all.stream().map(ModelText::word).collect(Collectors.joining(" "));
    }

    /** A text without spaces and signs that mean something to a language; never empty, nor the minus of what is not there. */
    static String word(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        if (encoded.equals("-")) {
            return "%2D";
        }
        return encoded.isEmpty() ? "%" : encoded;
    }
}
