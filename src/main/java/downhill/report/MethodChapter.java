package downhill.report;

import downhill.data.prepare.Prepared;
import downhill.engine.Backend;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.model.ModelSummary;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleForm;
import downhill.race.Starts;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.setting.Part;
import downhill.setting.Setting;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** With what it is learned, and by whom. */
final class MethodChapter {
    private MethodChapter() {
    }

    static ReportChapter of(ReportedRace told) {
        Experiment experiment = told.experiment();
        List<ReportPiece.Fact> facts = new ArrayList<>();
        if (experiment.problem() instanceof Problem.Surface surface) {
            facts.add(fact("report.method.surface", Said.of("report.method.start", surface.formula(), Markup.number(surface.x()),
                    Markup.number(surface.y()))));
        } else {
            model(facts, told.learning().model(), told.rows().prepared());
        }
        training(facts, experiment);
        Said starts = Starts.differing(experiment).orElse(Said.of("report.method.alike"));
        List<ReportPiece> pieces = List.of(new ReportPiece.Paragraph(starts), new ReportPiece.Facts(facts),
                contenders(experiment));
        return new ReportChapter("method", Said.of("report.chapter.method"), pieces);
    }

    private static void model(List<ReportPiece.Fact> facts, ModelSpec model, Prepared prepared) {
        ModelSummary summary = ModelSummary.of(model, InputShape.of(prepared.inputShape()), Targets.outputs(prepared, model));
        facts.add(fact("report.method.model", Said.of("report.method.sizes", Family.of(model.architecture()).label(), summary.sizes(),
                summary.parameters())));
        if (model.dropout() != 0) {
            facts.add(fact("model.dropout", Said.plain(Markup.number(model.dropout()))));
        }
        facts.add(fact("report.method.loss", new Said("model.loss."
                + model.loss().name().toLowerCase(Locale.ROOT).replace('_', '-'), List.of())));
    }

    private static void training(List<ReportPiece.Fact> facts, Experiment experiment) {
        TrainingSpec training = experiment.training();
        facts.add(fact("training.steps", Said.of("report.method.steps", training.steps())));
        facts.add(fact("training.batchSize", training.batchSize() == 0 ? Said.of("report.method.full")
                : Said.plain(String.valueOf(training.batchSize()))));
        TrainingSettings.PARTS.stream().filter(part -> part.setting() != TrainingSettings.STEPS && part.setting() != TrainingSettings.BATCH)
                .forEach(part -> unusual(facts, part, training));
        facts.add(fact("report.method.seed", Said.plain(String.valueOf(experiment.seed()))));
        facts.add(fact("report.method.precision", Said.of("report.method.machine",
                experiment.precision().name().toLowerCase(Locale.ROOT), Backend.current().name())));
    }

    /** What is set otherwise than usual; of what is in force only where it is asked for, whatever was asked. */
    private static <S, T> void unusual(List<ReportPiece.Fact> facts, Part<S, T> part, S of) {
        T value = part.value().apply(of);
        Setting<T> setting = part.setting();
        if (value == null || !setting.asked() && value.equals(setting.usual())) {
            return;
        }
        Said told = told(setting, value);
        facts.add(new ReportPiece.Fact(setting.label(), setting.unit().isEmpty() ? told : Said.of("report.method.counted", told,
                setting.counted())));
    }

    private static <T> Said told(Setting<T> setting, T value) {
        if (value instanceof Boolean yes) {
            return Said.of(yes ? "report.method.yes" : "report.method.no");
        }
        return Said.plain(value instanceof Double number ? Markup.number(number) : setting.kind().text(value));
    }

    private static ReportPiece.Fact fact(String key, Said value) {
        return new ReportPiece.Fact(new Said(key, List.of()), value);
    }

    private static ReportPiece contenders(Experiment experiment) {
        List<Said> head = List.of(Said.of("cli.head.contender"), Said.of("report.method.rule"), Said.of("report.method.numbers"),
                Said.of("report.method.schedule"), Said.of("report.method.seeds"));
        return new ReportPiece.Grid("contenders", head, experiment.contenders().stream().map(MethodChapter::row).toList());
    }

    private static List<Object> row(ContenderSpec one) {
        Rule rule = RuleLibrary.complete().byId(one.ruleId()).orElse(null);
        Map<String, Double> numbers = new TreeMap<>();
        if (rule != null && one.ruleText() == null) {
            rule.hyperparameters().forEach(each -> numbers.put(each.key(), each.defaultValue()));
        }
        numbers.putAll(one.inForce());
        String all = numbers.entrySet().stream().map(each -> each.getKey() + " " + Markup.number(each.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(one.name(), rule == null || one.ruleText() != null ? one.ruleId() : rule.name(), all,
                ScheduleForm.of(one.schedule()).label(), one.seeds());
    }
}
