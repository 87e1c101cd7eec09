package downhill.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private final Subscriptions bag = new Subscriptions();
    private final SimpleStringProperty source = new SimpleStringProperty("a");
    private final List<String> heard = new ArrayList<>();

    @Test
    void followingBeginsWithThePresentValue() {
        bag.follow(source, heard::add);
        source.set("b");
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void nothingIsHeardAfterDisposal() {
        ObservableList<String> list = FXCollections.observableArrayList();
        SimpleStringProperty bound = new SimpleStringProperty();
        bag.listen(source, heard::add);
        bag.listen(list, () -> heard.add("list"));
        bag.bind(bound, source);
        bag.dispose();
        source.set("c");
        list.add("x");
        assertThat(heard).isEmpty();
        assertThat(bound.get()).isEqualTo("a");
        assertThat(bag.size()).isZero();
    }

    @Test
    void endsComeNewestFirst() {
        bag.add(() -> heard.add("first")).add(() -> heard.add("second"));
        bag.dispose();
        assertThat(heard).containsExactly("second", "first");
    }

    @Test
    void bothWaysAreUnbound() {
        SimpleStringProperty other = new SimpleStringProperty("z");
        bag.bindBoth(other, source);
        other.set("d");
        assertThat(source.get()).isEqualTo("d");
        bag.dispose();
        other.set("e");
        assertThat(source.get()).isEqualTo("d");
    }
}
