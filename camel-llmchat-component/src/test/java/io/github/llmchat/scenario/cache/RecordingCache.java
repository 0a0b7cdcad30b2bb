package io.github.llmchat.scenario.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.cache.CompletionCache;

/** A cache that tests look into, hold, and break. */
final class RecordingCache implements CompletionCache {

    final Map<String, String> entries = new ConcurrentHashMap<>();
    final CountDownLatch asked = new CountDownLatch(1);
    volatile RuntimeException failure;
    volatile CountDownLatch holdsGet = new CountDownLatch(0);
    volatile CountDownLatch holdsPut = new CountDownLatch(0);

    @Override
    public String get(String fingerprint) throws Exception {
        hold(holdsGet);
        return entries.get(fingerprint);
    }

    @Override
    public void put(String fingerprint, String completion) throws Exception {
        hold(holdsPut);
        entries.put(fingerprint, completion);
    }

    private void hold(CountDownLatch latch) throws InterruptedException {
        if (latch.getCount() > 0) {
            asked.countDown();
            latch.await(60, TimeUnit.SECONDS);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
