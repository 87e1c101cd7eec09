package downhill.ui.screen.fork;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches as values, without the toolkit and without an engine. */
class ForkModelTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();

    private Session session;

    @BeforeEach
    void openTheDemo() {
        session = new Session((experiment, prepared, from) -> {
            throw new IllegalStateException("no engine here");
        }, new FxExecutor(work -> { }, Runnable::run), RULES);
        session.open(Demo.experiment("test"), null, null);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ContenderSpec adam() {
        return session.experiment().contenders().get(3);
    }

    private ForkModel at(long step) {
        return new ForkModel(session, adam(), step);
    }

    private static Rule rule(String id) {
        return RULES.byId(id).orElseThrow();
    }

    @Test
    void aBranchKnowsItsParentItsStepAndItsName() {
        Rule adam = rule("adam");
        ContenderSpec branch = at(240).branch(new Difference.OtherNumber(adam.hyperparameter("learningRate").orElseThrow(), 0.2));
        assertThat(branch.name()).isEqualTo("Adam ⎇ 240: η 0.2");
        assertThat(branch.fork()).isEqualTo(new ContenderSpec.Fork("c4", 240, Map.of()));
        assertThat(branch.hyperparameters()).containsEntry("learningRate", 0.2);
        assertThat(branch.id()).isNotEqualTo("c4");
        assertThat(branch.style()).as("a colour of its own").isEqualTo(4);
    }

    @Test
    void beforeItsBirthTheStateIsThatOfWhomTheParentComesFrom() {
        ContenderSpec adam = adam();
        ContenderSpec branch = adam.copy("c9", "Branch", 5, new ContenderSpec.Fork(adam.id(), 240, Map.of()));
        session.edit(document -> document.withContenders(Stream.concat(document.contenders().stream(), Stream.of(branch)).toList()));
        assertThat(new ForkModel(session, branch, 240).source()).contains("c9");
        assertThat(new ForkModel(session, branch, 240).past()).isEqualTo("Branch");
        assertThat(new ForkModel(session, branch, 100).source()).contains(adam.id());
        assertThat(new ForkModel(session, branch, 100).past()).isEqualTo("Adam");
        session.edit(document -> document.withContenders(document.contenders().stream().filter(one -> one.id().equals("c9")).toList()));
        assertThat(new ForkModel(session, session.experiment().contenders().get(0), 100).source()).isEmpty();
    }

    @Test
    void itTakesOverTheNumbersInForceAtTheStepAndNoneSetLater() {
        session.edit(document -> document.withContenders(document.contenders().stream().map(one -> one.id().equals("c4")
                ? one.withChanges(List.of(new ContenderSpec.Change(100, "learningRate", 0.05),
                        new ContenderSpec.Change(300, "learningRate", 0.5))) : one).toList()));
        ContenderSpec branch = at(240).branch(new Difference.None());
        assertThat(branch.hyperparameters()).containsEntry("learningRate", 0.05);
        assertThat(branch.changes()).isEmpty();
    }

    @Test
    void anotherRuleKeepsTheNumbersThatBothHave() {
        ContenderSpec branch = at(10).branch(new Difference.OtherRule(rule("momentum")));
        assertThat(branch.ruleId()).isEqualTo("momentum");
        assertThat(branch.hyperparameters()).containsEntry("learningRate", 0.01).doesNotContainKey("beta1");
        assertThat(branch.name()).isEqualTo("Adam ⎇ 10: Momentum");
    }

    @Test
    void batchPenaltyAndATypedParameterChangeNothingElse() {
        ContenderSpec batch = at(5).branch(new Difference.OtherBatch(0));
        assertThat(batch.batchSize()).isZero();
        assertThat(batch.penalty()).isNull();
        ContenderSpec penalty = at(5).branch(new Difference.OtherL2(0.01));
        assertThat(penalty.penalty().l2()).isEqualTo(0.01);
        assertThat(penalty.penalty().l1()).isZero();
        ContenderSpec typed = at(5).branch(new Difference.OtherParameter(7, "dense1.bias[0]", 1.5));
        assertThat(typed.fork().parameters()).isEqualTo(Map.of(7, 1.5));
        assertThat(typed.name()).isEqualTo("Adam ⎇ 5: dense1.bias[0] 1.5");
    }

    @Test
    void aBranchStandsBehindItsParentAndIsChosen() {
        ForkModel model = new ForkModel(session, session.experiment().contenders().get(1), 30);
        ContenderSpec branch = model.apply(new Difference.None());
        Experiment now = session.experiment();
        assertThat(now.contenders().get(2)).isEqualTo(branch);
        assertThat(session.selection().contenderProperty().get()).isEqualTo(branch.id());
    }

    @Test
    void aBranchOfABranchIsNamedAfterTheFirstParent() {
        ContenderSpec first = at(30).apply(new Difference.OtherBatch(8));
        ContenderSpec second = new ForkModel(session, first, 60).branch(new Difference.OtherBatch(4));
        assertThat(second.name()).isEqualTo("Adam ⎇ 60: batch 4");
        assertThat(second.fork().parent()).isEqualTo(first.id());
    }

    private ContenderSpec typed() {
        String text = rule("momentum").text().replaceFirst("(?m)^id:.*$", "id: my-momentum").replaceFirst("(?m)^name:.*$", "name: Mine");
        ContenderSpec mine = ContenderSpec.of("c9", "Mine", "my-momentum", Map.of("learningRate", 0.02), 7)
                .withRule("my-momentum", text, Map.of("learningRate", 0.02));
        session.edit(document -> document.withContenders(List.of(adam(), mine)));
        return mine;
    }

    @Test
    void aContenderWithARuleOfItsOwnBranchesOffAsAnyOther() {
        ContenderSpec mine = typed();
        ForkModel model = new ForkModel(session, mine, 50);
        assertThat(model.rule().id()).isEqualTo("my-momentum");
        ContenderSpec branch = model.branch(new Difference.OtherNumber(model.rule().hyperparameter("momentum").orElseThrow(), 0.5));
        assertThat(branch.ruleText()).isEqualTo(mine.ruleText());
        assertThat(branch.hyperparameters()).containsEntry("momentum", 0.5).containsEntry("learningRate", 0.02);
        assertThat(branch.name()).isEqualTo("Mine ⎇ 50: μ 0.5");
    }

    @Test
    void aBranchMayGoOnWithARuleThatAnotherContenderBrought() {
        ContenderSpec mine = typed();
        ForkModel model = new ForkModel(session, session.experiment().contenders().get(0), 50);
        Rule own = model.rules().stream().filter(one -> one.id().equals("my-momentum")).findFirst().orElseThrow();
        ContenderSpec branch = model.branch(new Difference.OtherRule(own));
        assertThat(branch.ruleText()).isEqualTo(mine.ruleText());
        ContenderSpec back = new ForkModel(session, mine, 50).branch(new Difference.OtherRule(rule("adam")));
        assertThat(back.ruleText()).isNull();
        assertThat(back.ruleId()).isEqualTo("adam");
    }
}
