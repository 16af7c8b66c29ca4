#include "sync/events/event.hpp"

#include "tests/events/sample.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace guitai;
using namespace guitai::literals;

namespace {

// A whole line around `body`, with the envelope of `kind`.
std::string line(const std::string& kind, const std::string& body)
{
    return R"({"v":1,"origin":3,"number":7,"at_ms":1795328100000,"kind":")" + kind + R"(","body":)" + body + "}";
}

bool is_unreadable(const std::string& text)
{
    const auto event = decode(text);
    INFO(text.substr(0, 200));
    return !event && event.error().code == "event.unreadable" && !event.error().detail.empty();
}

} // namespace

TEST_CASE("every kind of event has its golden sample")
{
    for (const std::string& kind : tests::all_kinds()) {
        INFO("tests/golden/events/" << kind << ".json");
        CHECK_FALSE(tests::samples_of(kind).empty());
    }
}

TEST_CASE("no golden sample is of a kind that was taken away")
{
    const auto kinds = tests::all_kinds();
    for (const auto& file : std::filesystem::directory_iterator{tests::golden_folder() / "events"}) {
        const std::string name{file.path().filename().string()};
        INFO(name);
        CHECK(std::count(kinds.begin(), kinds.end(), name.substr(0, name.find('.'))) == 1);
    }
}

TEST_CASE("a golden sample reads as its kind and is written again byte for byte")
{
    for (const std::string& kind : tests::all_kinds()) {
        const auto samples = tests::samples_of(kind);
        for (const auto& sample : samples) {
            INFO(sample);
            const auto event = decode(tests::line_of(sample));
            REQUIRE(event);
            CHECK(kind_of(event->body) == kind);
            CHECK(decode(encode(*event)) == event);
            if (sample == samples.back()) CHECK(encode(*event) == tests::line_of(sample));
        }
    }
}

// A journal is never written anew: what a till of years ago wrote must be read by the program of today,
// so a field that comes to a kind that was released is a later_field.
TEST_CASE("events as earlier programs wrote them are still read, with defaults for what they did not know")
{
    int read{0};
    for (const auto& file : std::filesystem::directory_iterator{tests::golden_folder() / "events_before"}) {
        INFO(file.path().filename().string());
        const auto event = decode(tests::line_of(file.path()));
        INFO((event ? "" : event.error().detail));
        REQUIRE(event);
        CHECK_FALSE(std::holds_alternative<UnknownEvent>(event->body));
        ++read;
    }
    CHECK(read >= 43);
}

TEST_CASE("a sale is written as its golden sample says")
{
    const std::string sample{tests::line_of(tests::samples_of("sale_completed").back())};

    const auto golden = decode(sample);

    REQUIRE(golden);
    const auto& sale = std::get<SaleCompleted>(golden->body);
    REQUIRE(sale.lines.size() == 3);
    CHECK(sale.lines[0].quantity == Quantity::from_milli(850));
    CHECK(sale.lines[1].line_kind == LineKind::order);
    CHECK(sale.lines[1].why[1].detail == "袖口有线头");
    CHECK(sale.lines[1].guides == std::vector<GuideShare>{{{"liu"}, {7000}}, {{"zhou"}, {3000}}});
    CHECK(sale.lines[2].total == -(7920_fen));
    CHECK(sale.lines[2].returned_receipt.text == "S01-3-000101");
    CHECK(sale.tenders[0].given - sale.tenders[0].change + sale.tenders[0].rounded == sale.tenders[0].amount);
    CHECK(sale.tenders[2].currency == "USD");
    CHECK(sale.buyer.first_purchase);
    CHECK(sale.test);
    CHECK(encode(*golden) == sample);
}

TEST_CASE("a kind from the future is read as unknown and keeps its name")
{
    const auto event = decode(line("moon_landed", R"({"crew":[1,2,3]})"));

    REQUIRE(event);
    CHECK(std::get<UnknownEvent>(event->body).named == "moon_landed");
    CHECK(kind_of(event->body) == "moon_landed");
    CHECK(event->number == 7);
}

TEST_CASE("a field from the future is passed over")
{
    const auto event = decode(line("signed_out", R"({"mood":"tired","staff":"liu"})"));

    REQUIRE(event);
    CHECK(event->body == EventBody{SignedOut{{"liu"}}});
}

TEST_CASE("what is not an event is refused with the place")
{
    const std::string good{line("signed_out", R"({"staff":"liu"})")};
    REQUIRE(decode(good));

    for (const std::string& bad : {
             std::string{},
             std::string{"null"},
             std::string{"[]"},
             std::string{"{}"},
             std::string{"\xEF\xBB\xBF"},
             good.substr(0, good.size() - 1),
             good + "}",
             good + std::string{"\0", 1},
             good + std::string{"\0{}", 3},
             line("signed_out", "{}"),
             line("signed_out", "[]"),
             line("signed_out", R"({"staff":7})"),
             line("signed_out", R"({"staff":null})"),
             line("signed_out", "{\"staff\":\"\xFF\"}"),
             line("signed_in", R"({"staff":"liu","role":"king"})"),
             line("shift_opened", R"({"shift":1.5,"staff":"liu","business_date":"","float_amount":0})"),
             line("shift_opened", R"({"shift":true,"staff":"liu","business_date":"","float_amount":0})"),
             line("shift_opened", R"({"shift":"1","staff":"liu","business_date":"","float_amount":0})"),
             std::string{R"({"v":1,"origin":3,"at_ms":0,"kind":"signed_out","body":{"staff":"liu"}})"},
             std::string{R"({"v":1,"origin":3,"number":0,"at_ms":0,"kind":"signed_out","body":{"staff":"liu"}})"},
             std::string{R"({"v":1,"origin":-1,"number":1,"at_ms":0,"kind":"signed_out","body":{"staff":"liu"}})"},
             std::string{R"({"v":1,"origin":3,"number":1,"at_ms":0,"kind":7,"body":{"staff":"liu"}})"},
             std::string{R"({"v":1,"origin":3,"number":1,"at_ms":0,"kind":"moon_landed"})"},
         }) {
        CHECK(is_unreadable(bad));
    }
    CHECK(decode(line("signed_out", R"({"staff":7})")).error().detail.find("staff") != std::string::npos);
}

TEST_CASE("amounts and numbers beyond their range are refused and never bent")
{
    const auto float_of = [](const std::string& amount) {
        return line("shift_opened", R"({"shift":1,"staff":"liu","business_date":"","float_amount":)" + amount + "}");
    };
    REQUIRE(decode(float_of("100000000000")));
    REQUIRE(decode(float_of("-100000000000")));

    for (const char* amount :
         {"100000000001", "-100000000001", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
          "-9223372036854775809", "18446744073709551616", "1e3", "1e400", "0.5", "NaN"}) {
        CHECK(is_unreadable(float_of(amount)));
    }
    const auto shift_of = [](const std::string& number) {
        return line("shift_opened", R"({"shift":)" + number + R"(,"staff":"liu","business_date":"","float_amount":0})");
    };
    CHECK(std::get<ShiftOpened>(decode(shift_of("9223372036854775807"))->body).shift == INT64_MAX);
    CHECK(std::get<ShiftOpened>(decode(shift_of("-9223372036854775808"))->body).shift == INT64_MIN);
    CHECK(is_unreadable(shift_of("9223372036854775808")));
}

TEST_CASE("a text longer or deeper than any event is refused, quickly and without a crash")
{
    CHECK(is_unreadable(line("signed_out", R"({"staff":")" + std::string(event_bytes_max, 'x') + "\"}")));
    CHECK(is_unreadable(std::string(900'000, '[')));
    std::string nested;
    for (int i{0}; i < 100'000; ++i) nested += "{\"a\":";
    CHECK(is_unreadable(nested));
    CHECK(is_unreadable(line("moon_landed", std::string(50, '[') + std::string(50, ']'))));
    CHECK(decode(line("moon_landed", std::string(5, '[') + std::string(5, ']'))));
}

TEST_CASE("text comes back as it went, whatever is in it")
{
    for (const std::string& staff : {std::string{"羽绒服 😀 𠮷"}, std::string{"\"\\/\b\f\n\r\t"}, std::string{"a\0b", 3},
                                     std::string{"\x7F\u0085\u2028"}, std::string{}}) {
        const Event event{3, 1, 5, SignedOut{{staff}}};

        CHECK(decode(encode(event)) == event);
        CHECK(encode(event).find('\n') == std::string::npos);
    }
}

TEST_CASE("bytes that are no text are written as the sign for them")
{
    const std::string encoded{encode({3, 1, 5, SignedOut{{"\xFF liu"}}})};

    const auto event = decode(encoded);

    REQUIRE(event);
    CHECK(std::get<SignedOut>(event->body).staff.text == "\uFFFD liu");
}

TEST_CASE("no bytes at all can crash the reader")
{
    const char* given{std::getenv("GUITAI_SEED")};
    const std::uint64_t seed{given == nullptr ? 7 : std::strtoull(given, nullptr, 10)};
    INFO("GUITAI_SEED=" << seed);
    std::mt19937_64 dice{seed};
    std::vector<std::string> lines;
    for (const std::string& kind : tests::all_kinds()) {
        for (const auto& sample : tests::samples_of(kind)) lines.push_back(tests::line_of(sample));
    }

    int readable{0};
    for (int round{0}; round < 5'000; ++round) {
        std::string text{lines[dice() % lines.size()]};
        for (std::uint64_t blow{0}; blow <= dice() % 4; ++blow) {
            const std::size_t at{dice() % text.size()};
            switch (dice() % 4) {
            case 0: text[at] = static_cast<char>(dice()); break;
            case 1: text.erase(at, 1 + dice() % 20); break;
            case 2: text.insert(at, text.substr(dice() % text.size(), dice() % 30)); break;
            default: text.insert(at, 1, "[]{}\",:0-e\\"[dice() % 11]); break;
            }
            if (text.empty()) text = "{";
        }
        const auto event = decode(text);
        if (!event) continue;
        ++readable;
        // What could be read can be written, and reads the same again.
        if (!std::holds_alternative<UnknownEvent>(event->body)) CHECK(decode(encode(*event)) == event);
    }
    CHECK(readable > 0);
    CHECK(readable < 5'000);
}
