package tinct.app.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MemoryBudgetTest {
    @Test
    void largePictureWaitsUntilItIsAlone() throws InterruptedException {
        MemoryBudget budget = MemoryBudget.of(100 << 20);
        MemoryBudget.Share first = budget.take(1_000_000);
        CountDownLatch began = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try (MemoryBudget.Share share = budget.take(1_000_000_000)) {
                assertThat(share).isNotNull();
                began.countDown();
            }
        });
        second.start();
        assertThat(began.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
        second.join();
    }

    @Test
    void smallPicturesAreInWorkTogether() {
        MemoryBudget budget = MemoryBudget.of(200 << 20);
        for (int i = 0; i < 5; i++) {
            budget.take(400_000);
        }
        assertThat(budget.free()).isPositive();
    }

    @Test
    void whatIsTriedAgainAloneWaitsForAllOthers() throws InterruptedException {
        MemoryBudget budget = MemoryBudget.of(100 << 20);
        MemoryBudget.Share first = budget.take(1_000);
        CountDownLatch began = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try (MemoryBudget.Share all = budget.takeAll()) {
                assertThat(all).isNotNull();
                assertThat(budget.free()).isZero();
                began.countDown();
            }
        });
        second.start();
        assertThat(began.await(100, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(began.await(30, TimeUnit.SECONDS)).isTrue();
        second.join();
        assertThat(budget.free()).isPositive();
    }
}
