package downhill.export.torch;

import downhill.export.ModelText;
import downhill.export.StoredRow;
import downhill.export.Template;
import downhill.export.tape.Tape;
import downhill.export.text.About;
import downhill.model.InputShape;
import downhill.model.LossOptions;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model as a PyTorch script: a module for each model with a statement for each line of its tape, its preparation, its loss, and its
 * optimizer as a class, so that it can be trained on.
 */
public final class TorchScript {
    private static final String METHOD = "\"The rule of this model is a method and not formulas; "
            + "take an optimizer of torch.optim.\"";
    private static final String WHOLE = "\"The weights of this model are whole numbers, which no gradient moves; train the model it was "
            + "made of.\"";

    private TorchScript() {
    }

    /** The script of a model whose rule begins afresh. */
    public static String of(TrainedEnsemble model, List<StoredRow> rows) {
        return of(model, rows, null);
    }

    /** @param stands what the rule of a model that is alone remembers; null where that is not known */
    public static String of(TrainedEnsemble model, List<StoredRow> rows, TorchState stands) {
        List<TrainedModel> members = model.members().stream().map(TrainedEnsemble.Member::model).toList();
        List<String> names = members.size() == 1 ? List.of("Model")
                : IntStream.rangeClosed(1, members.size()).mapToObj(i -> "Model" + i).toList();
        String modules = IntStream.range(0, members.size()).mapToObj(i -> module(members.get(i), names.get(i)))
                .collect(Collectors.joining("\n\n"));
        return Template.of("model.py.txt").with("PREPARING", Template.of("columns.py.txt").text())
                .with("MEASURING", Template.of("loss.py.txt").text()).with("ABOUT", About.of(model))
                .with("MODULES", modules).with("CLASSES", String.join(", ", names))
                .with("OPTIMIZER", optimizer(members, stands)).with("UNTRAINED", quantised(members) ? WHOLE : METHOD)
                .with("TEXT", withoutTape(ModelText.of(model, rows)) + (stands == null ? "" : stands.text())).text();
    }

    /** A class of the raw outputs from prepared inputs. */
    public static String module(TrainedModel model, String name) {
        TorchForward forward = new TorchForward(Tape.of(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs()));
        LossOptions options = model.model().settledOptions();
        return Template.of("module.py.txt").with("CLASS", name).with("LOSS", model.model().loss().name()).with("OUTPUTS",
                String.valueOf(model.outputs())).with("DELTA", String.valueOf(options.huberDelta()))
                .with("SMOOTHING", String.valueOf(options.labelSmoothing())).with("ARRAYS", forward.arrays()).with("LINES", forward.lines())
                .text();
    }

    private static boolean quantised(List<TrainedModel> members) {
        return members.stream().anyMatch(each -> each.model().quantisation() != null);
    }

    /** The rule of the first model; where it is no formula, or weights are whole numbers, there is none, and {@code train} says so. */
    private static String optimizer(List<TrainedModel> members, TorchState stands) {
        if (quantised(members)) {
            return "OPTIMIZER = None";
        }
        TrainedModel.Origin origin = members.get(0).training();
        Optional<Rule> rule = (stands == null ? RuleLibrary.complete().byId(origin.rule()) : Optional.of(stands.rule()))
                .filter(Rule::isFormula);
        return rule.map(each -> TorchOptimizer.helpers(each) + "\n\n"
                + TorchOptimizer.of(each, origin.hyperparameters()) + "\n\nOPTIMIZER = "
                + TorchOptimizer.className(each) + (each.seesTensors() ? "\nOPTIMIZER.turned = True" : "")).orElse("OPTIMIZER = None");
    }

    /** The modules say what is computed; of the text remain columns, numbers and rows. */
    private static String withoutTape(String text) {
        return text.replace("\n+", "\u0000").lines().filter(line -> !line.startsWith("= ")).collect(Collectors.joining("\n"))
                .replace("\u0000", "\n+") + "\n";
    }
}
