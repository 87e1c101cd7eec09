package downhill.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import downhill.data.ColumnType;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.export.ModelText;
import downhill.export.StoredRow;
import downhill.export.tape.Tape;
import downhill.model.InputShape;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A model as an ONNX file. Each column is an input of its own name, numbers and dates (in days since 1970-01-01) in double with NaN for
 * none, categories as texts with an empty one for none. Of classes come out {@value #LABEL} and {@value #PROBABILITIES}, else
 * {@value #PREDICTION} in the target's own unit. What is between is in float.
 */
public final class OnnxModel {
    static final String LABEL = "label";
    static final String PROBABILITIES = "probabilities";
    static final String PREDICTION = "prediction";
    private static final int OPSET = 17;
    private static final int OF_LABELS = 3;
    private static final int VERSION_OF_FORM = 8;

    private final OnnxGraph graph = new OnnxGraph();
    private final OnnxAnswer answers = new OnnxAnswer(graph);
    private final Preprocessing steps;

    private OnnxModel(TrainedEnsemble model) {
        this.steps = model.preprocessing();
        new OnnxColumns(graph, steps).addInputs();
        String answer = model.members().size() == 1 ? answer(model.members().get(0).model()) : mean(model);
        if (steps.task().isClassification()) {
            give(answers.label(answer, steps.classNames()), LABEL, OnnxGraph.STRING);
            give(answer, PROBABILITIES, OnnxGraph.FLOAT, steps.classNames().size());
        } else {
            give(answer, PREDICTION, OnnxGraph.DOUBLE, 1);
        }
    }

    private String answer(TrainedModel model) {
        OnnxColumns columns = new OnnxColumns(graph, model.preprocessing());
        String inputs = columns.add();
        Tape tape = Tape.of(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs());
        return answers.add(model, new OnnxTape(graph, tape, model.parameters()).add(inputs), columns);
    }

    private String mean(TrainedEnsemble model) {
        String sum = null;
        for (TrainedEnsemble.Member member : model.members()) {
            double[] weight = {member.weight()};
            String part = graph.node("Mul", answer(member.model()),
                    steps.task().isClassification() ? graph.floats(weight) : graph.doubles(weight));
            sum = sum == null ? part : graph.node("Add", sum, part);
        }
        return sum;
    }

    /** Where a column has the name already, a line is put behind it. */
    private void give(String value, String name, int type, long... length) {
        List<String> columns = steps.asked().stream().map(FeatureStep::column).toList();
        String free = name;
        while (columns.contains(free)) {
            free += "_";
        }
        graph.named(value, free);
        graph.output(free, type, length);
    }

    /** The file's content, with the stored rows among its notes. */
    public static byte[] of(TrainedEnsemble model, List<StoredRow> rows) {
        return of(model, rows, Map.of());
    }

    /** The same with more notes. */
    public static byte[] of(TrainedEnsemble model, List<StoredRow> rows, Map<String, String> notes) {
        ModelProto.Builder made = ModelProto.newBuilder().setIrVersion(VERSION_OF_FORM).setProducerName("downhill")
                .setGraph(new OnnxModel(model).graph.build())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(OF_LABELS));
        note(made, "target", model.preprocessing().target().column());
        note(made, "classes", String.join("\n", model.preprocessing().classNames()));
        note(made, "dates", model.preprocessing().asked().stream().filter(step -> step.type() == ColumnType.DATE)
                .map(FeatureStep::column).collect(Collectors.joining("\n")));
        note(made, "times", model.preprocessing().asked().stream().map(FeatureStep::column).filter(model.preprocessing()::hasTimes)
                .collect(Collectors.joining("\n")));
        note(made, "rows", ModelText.rows(rows));
        notes.forEach((key, value) -> note(made, key, value));
        return made.build().toByteArray();
    }

    private static void note(ModelProto.Builder model, String key, String value) {
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey("downhill." + key).setValue(value));
    }
}
