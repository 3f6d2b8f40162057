package org.fihris.index;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.fihris.analysis.WordStems;
import org.jspecify.annotations.Nullable;

/**
 * How an index is written: as Lucene does, but for the stems of texts, which are made of the words
 * of a segment when it is written and not word by word. What is on the disk is Lucene's format, and
 * any reader of it will do.
 */
final class ArticleCodec extends Lucene104Codec {
  private final PostingsFormat texts;

  ArticleCodec(Supplier<WordStems> stems) {
    texts = new Texts(stems);
  }

  @Override
  public PostingsFormat getPostingsFormatForField(String field) {
    return Schema.TEXTS.contains(field) || Schema.isOfWords(field)
        ? texts
        : super.getPostingsFormatForField(field);
  }

  private static final class Texts extends PostingsFormat {
    private final PostingsFormat lucene = new Lucene104PostingsFormat();
    private final Supplier<WordStems> stems;

    Texts(Supplier<WordStems> stems) {
      super(new Lucene104PostingsFormat().getName());
      this.stems = stems;
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
      return new WithStems(lucene.fieldsConsumer(state), stems);
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
      return lucene.fieldsProducer(state);
    }
  }

  private static final class WithStems extends FieldsConsumer {
    private final FieldsConsumer lucene;
    private final Supplier<WordStems> stems;

    WithStems(FieldsConsumer lucene, Supplier<WordStems> stems) {
      this.lucene = lucene;
      this.stems = stems;
    }

    /** Of articles in memory. */
    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      lucene.write(new Derived(fields, stems.get()), norms);
    }

    /** Of segments that have their stems. */
    @Override
    public void merge(MergeState segments, NormsProducer norms) throws IOException {
      lucene.merge(segments, norms);
    }

    @Override
    public void close() throws IOException {
      lucene.close();
    }
  }

  private static final class Derived extends Fields {
    private final Fields inMemory;
    private final WordStems stems;

    Derived(Fields inMemory, WordStems stems) {
      this.inMemory = inMemory;
      this.stems = stems;
    }

    @Override
    public Iterator<String> iterator() {
      return inMemory.iterator();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      if (!Schema.TEXTS.contains(field)) {
        return inMemory.terms(field);
      }
      Terms words = inMemory.terms(Schema.words(field));
      return words == null ? null : new StemPostings(words, stems);
    }

    @Override
    public int size() {
      return inMemory.size();
    }
  }
}
