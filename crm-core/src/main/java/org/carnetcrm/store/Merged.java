package org.carnetcrm.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;

/** The entries of several sorted maps of one order, as if they were one map. */
final class Merged<K, V> implements Iterator<Map.Entry<K, V>> {

    private record Run<K, V>(Map.Entry<K, V> head, Iterator<Map.Entry<K, V>> rest, Comparator<? super K> order)
            implements Comparable<Run<K, V>> {

        @Override
        public int compareTo(Run<K, V> other) {
            return order.compare(head.getKey(), other.head.getKey());
        }
    }

    private final PriorityQueue<Run<K, V>> runs = new PriorityQueue<>();

    void add(NavigableMap<K, V> map) {
        go(map.entrySet().iterator(), Objects.requireNonNull(map.comparator()));
    }

    @Override
    public boolean hasNext() {
        return !runs.isEmpty();
    }

    @Override
    public Map.Entry<K, V> next() {
        Run<K, V> first = runs.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        go(first.rest, first.order);
        return first.head;
    }

    private void go(Iterator<Map.Entry<K, V>> rest, Comparator<? super K> order) {
        if (rest.hasNext()) {
            runs.add(new Run<>(rest.next(), rest, order));
        }
    }
}
