package dev.confab.protocol.json;

import static dev.confab.protocol.ErrorCode.BAD_JSON;
import static dev.confab.protocol.ErrorCode.BAD_MESSAGE;
import static dev.confab.protocol.ErrorCode.BAD_NAME;
import static dev.confab.protocol.ErrorCode.BAD_ROOM;
import static dev.confab.protocol.ErrorCode.TOO_LARGE;
import static dev.confab.protocol.ErrorCode.UNKNOWN_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confab.protocol.ErrorCode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What hostile or broken input gets. Inputs are written with `'` for `"`.
class BadInputTest {
  private static final String MEDIA = "'media':{'microphone':true,'camera':false}";

  static Stream<Arguments> notJson() {
    return Stream.of(
            "",
            " ",
            "hello",
            "{",
            "{'type':'leave','id':1",
            "{'type':'leave','id':1}}",
            "{'type':'leave','id':1} {}",
            "{'type':'leave','id':1}x",
            "{'type':'leave','id':NaN}",
            "{'type':'leave','id':01}",
            "{'type':'leave','id':+1}",
            "{'type':'leave','id':0x1}",
            "{'type':'leave','id':1,}",
            "{'type':'leave';'id':1}",
            "{'type'='leave','id':1}",
            "{type:'leave','id':1}",
            "{'type':leave,'id':1}",
            "{'type':'leave','id':TRUE}",
            "{'type':'le\nave','id':1}",
            "{'type':'leave\\x','id':1}",
            "{'type':'leave\\u12','id':1}",
            "// note\n{'type':'leave','id':1}",
            "{'type':'leave',/* note */'id':1}",
            "# note\n{'type':'leave','id':1}",
            ")]}'\n{'type':'leave','id':1}",
            "\uFEFF{'type':'leave','id':1}",
            "[1,2",
            "[1,,2]",
            "\u0000")
        .map(text -> arguments(text, BAD_JSON, null));
  }

  static Stream<Arguments> badMessages() {
    return Stream.of(
        arguments("[]", BAD_MESSAGE, null),
        arguments("null", BAD_MESSAGE, null),
        arguments("17", BAD_MESSAGE, null),
        arguments("'leave'", BAD_MESSAGE, null),
        arguments("{}", BAD_MESSAGE, null),
        arguments("{'id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':null,'id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':7,'id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':['leave'],'id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':'dance','id':7}", UNKNOWN_TYPE, 7L),
        arguments("{'type':'Leave','id':7}", UNKNOWN_TYPE, 7L),
        arguments("{'type':'welcome','id':7}", UNKNOWN_TYPE, 7L),
        arguments("{'type':'leave'}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':null}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':'7'}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':0}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':-1}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':1.5}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':1.0}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':1e3}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':1e999999999}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':9223372036854775808}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':" + "9".repeat(500) + "}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':true}", BAD_MESSAGE, null),
        arguments("{'type':'leave','id':7,'id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':'leave','id':7,'x':{'y':1,'\\u0079':2}}", BAD_MESSAGE, 7L));
  }

  static Stream<Arguments> badFields() {
    return Stream.of(
        arguments("{'type':'join','id':7," + MEDIA + "}", BAD_MESSAGE, 7L),
        arguments("{'type':'join','id':7,'room':'Tea'," + MEDIA + "}", BAD_ROOM, 7L),
        arguments("{'type':'join','id':7,'room':'../etc'," + MEDIA + "}", BAD_ROOM, 7L),
        arguments("{'type':'join','id':7,'room':''," + MEDIA + "}", BAD_ROOM, 7L),
        arguments("{'type':'join','id':7,'room':7," + MEDIA + "}", BAD_MESSAGE, 7L),
        arguments("{'type':'join','id':7,'room':'tea'}", BAD_MESSAGE, 7L),
        arguments("{'type':'join','id':7,'room':'tea','media':true}", BAD_MESSAGE, 7L),
        arguments("{'type':'update','id':7,'media':{'microphone':true}}", BAD_MESSAGE, 7L),
        arguments(
            "{'type':'update','id':7,'media':{'microphone':'true','camera':true}}",
            BAD_MESSAGE,
            7L),
        arguments("{'type':'signal','id':7,'to':'a b','payload':''}", BAD_MESSAGE, 7L),
        arguments("{'type':'signal','id':7,'to':'a','payload':{}}", BAD_MESSAGE, 7L),
        arguments("{'type':'count-rooms','id':7,'rooms':'tea'}", BAD_MESSAGE, 7L),
        arguments("{'type':'count-rooms','id':7,'rooms':[null]}", BAD_MESSAGE, 7L),
        arguments("{'type':'count-rooms','id':7,'rooms':['Tea']}", BAD_ROOM, 7L),
        arguments(countOf(17), BAD_MESSAGE, 7L));
  }

  static Stream<Arguments> badEntries() {
    String join = "{'type':'join','id':7,'room':'tea'," + MEDIA + ",";
    String setRoom = "{'type':'set-room','id':7,";
    return Stream.of(
        arguments(join + "'password':''}", BAD_MESSAGE, 7L),
        arguments(join + "'password':7}", BAD_MESSAGE, 7L),
        arguments(join + "'password':['a']}", BAD_MESSAGE, 7L),
        arguments(join + "'password':'a\\u0000'}", BAD_MESSAGE, 7L),
        arguments(join + "'password':'a\\ud800'}", BAD_MESSAGE, 7L),
        arguments(join + "'password':'" + "x".repeat(129) + "'}", BAD_MESSAGE, 7L),
        arguments(join + "'password':'" + "\uFB2C".repeat(128) + "'}", BAD_MESSAGE, 7L),
        arguments(join + "'invitation':''}", BAD_MESSAGE, 7L),
        arguments(join + "'invitation':{}}", BAD_MESSAGE, 7L),
        arguments(join + "'invitation':'" + "x".repeat(2049) + "'}", BAD_MESSAGE, 7L),
        arguments(setRoom + "'door':'ajar'}", BAD_MESSAGE, 7L),
        arguments(setRoom + "'door':'OPEN'}", BAD_MESSAGE, 7L),
        arguments(setRoom + "'door':true}", BAD_MESSAGE, 7L),
        arguments(setRoom + "'password':false}", BAD_MESSAGE, 7L),
        arguments(setRoom + "'password':'a\\n'}", BAD_MESSAGE, 7L),
        arguments("{'type':'admit','id':7}", BAD_MESSAGE, 7L),
        arguments("{'type':'admit','id':7,'knock':'a b'}", BAD_MESSAGE, 7L),
        arguments("{'type':'turn-away','id':7,'knock':1}", BAD_MESSAGE, 7L),
        arguments("{'type':'remove','id':7,'peer':''}", BAD_MESSAGE, 7L),
        arguments("{'type':'hand-over','id':7,'peer':'a'}", BAD_MESSAGE, 7L));
  }

  static Stream<Arguments> badHellos() {
    return Stream.of(
        arguments(hello("'versions':[1]", "'name':''"), BAD_NAME, 7L),
        arguments(hello("'versions':[1]", "'name':'" + "x".repeat(10_000) + "'"), BAD_NAME, 7L),
        arguments(hello("'versions':[1]", "'name':'a\\u202Eb'"), BAD_NAME, 7L),
        arguments(hello("'versions':[1]", "'name':'a\\ud800'"), BAD_NAME, 7L),
        arguments(hello("'versions':[1]", "'name':7"), BAD_MESSAGE, 7L),
        arguments(hello("'versions':1", "'name':'Ada'"), BAD_MESSAGE, 7L),
        arguments(hello("'versions':['1']", "'name':'Ada'"), BAD_MESSAGE, 7L),
        arguments(hello("'versions':[2147483648]", "'name':'Ada'"), BAD_MESSAGE, 7L),
        arguments(hello("'versions':[" + "1,".repeat(16) + "1]", "'name':'Ada'"), BAD_MESSAGE, 7L),
        arguments(hello("'versions':[1],'resume':true", "'name':'Ada'"), BAD_MESSAGE, 7L),
        arguments(
            hello("'versions':[1],'resume':{'token':'short','seq':1}", "'name':'Ada'"),
            BAD_MESSAGE,
            7L),
        arguments(
            "{'type':'hello','id':7,'versions':[1],'client':'%s','name':'Ada'}"
                .formatted("x".repeat(129)),
            BAD_MESSAGE,
            7L));
  }

  private static String hello(String versions, String name) {
    return "{'type':'hello','id':7,'client':'test'," + versions + "," + name + "}";
  }

  private static String countOf(int rooms) {
    List<String> names = IntStream.range(0, rooms).mapToObj(i -> "'r" + i + "'").toList();
    return "{'type':'count-rooms','id':7,'rooms':" + names + "}";
  }

  @ParameterizedTest
  @MethodSource({"notJson", "badMessages", "badFields", "badEntries", "badHellos"})
  void badInputIsRefusedWithItsCode(String input, ErrorCode code, @Nullable Long re) {
    ProtocolException refused = refusal(() -> MessageCodec.decodeClient(input.replace('\'', '"')));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.re()).isEqualTo(re);
  }

  @Test
  void aHundredThousandOpenBracketsAreRefused() {
    assertThat(refusal(() -> MessageCodec.decodeClient("[".repeat(100_000))).code())
        .isEqualTo(BAD_MESSAGE);
    assertThat(refusal(() -> MessageCodec.decodeClient("{\"a\":".repeat(100_000))).code())
        .isEqualTo(BAD_MESSAGE);
  }

  @Test
  void aNumberOfATenThousandDigitsIsRefused() {
    String text = "{\"type\":\"leave\",\"id\":" + "9".repeat(10_000) + "}";

    assertThat(refusal(() -> MessageCodec.decodeClient(text)).code()).isIn(BAD_JSON, BAD_MESSAGE);
  }

  @Test
  void tenMegabytesAreNotParsed() {
    String text = "{\"type\":\"leave\",\"id\":1,\"x\":\"" + "x".repeat(10_000_000) + "\"}";

    assertThat(refusal(() -> MessageCodec.decodeClient(text)).code()).isEqualTo(TOO_LARGE);
  }

  @Test
  void aChatTextOfMoreThan64KibInUtf8IsRefused() {
    String text =
        "{\"type\":\"text\",\"id\":1,\"sentAt\":0,\"text\":\"" + "é".repeat(32_769) + "\"}";

    assertThat(refusal(() -> MessageCodec.decodeChannel(text)).code()).isEqualTo(BAD_MESSAGE);
  }

  @Test
  void anotherKindsMessageIsOfUnknownType() {
    String leave = "{\"type\":\"leave\",\"id\":1}";

    assertThat(refusal(() -> MessageCodec.decodeServer(leave)).code()).isEqualTo(UNKNOWN_TYPE);
    assertThat(refusal(() -> MessageCodec.decodePeer(leave)).code()).isEqualTo(UNKNOWN_TYPE);
    assertThat(refusal(() -> MessageCodec.decodeChannel(leave)).code()).isEqualTo(UNKNOWN_TYPE);
  }

  @Test
  void whetherACertificateIsCheckedIsTrueOrFalseAndNothingElse() {
    String text =
        MessageCodec.encode(Samples.server().getFirst())
            .replace("\"anyCertificate\":true", "\"anyCertificate\":\"true\"");

    assertThat(refusal(() -> MessageCodec.decodeServer(text)).code()).isEqualTo(BAD_MESSAGE);
  }

  @Test
  void theTextForPeopleRepeatsNothingOfTheInput() {
    String text = "{\"type\":\"join\",\"id\":1,\"room\":\"<script>\",\"media\":0}";

    assertThat(refusal(() -> MessageCodec.decodeClient(text))).hasMessageNotContaining("script");
  }

  private static ProtocolException refusal(ThrowingCallable decode) {
    return catchThrowableOfType(ProtocolException.class, decode);
  }
}
