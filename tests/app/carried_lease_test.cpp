// Points that come on a member's phone while the line is down.
#include "sync/events/carried_lease.hpp"
#include "sync/events/event.hpp"
#include "tests/support/points_counter.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

// The till met the head office; then the line went down, and she wants 2,000 points of a scarf paid.
struct CutOff {
    CutOff()
    {
        has_page("https://shop.example");
        counter.line.arm();
        counter.line.reached = false;
        counter.serve();
    }

    void has_page(std::string address)
    {
        counter.rules.member_site = std::move(address);
        counter.till->refresh();
    }
    CarriedQuestion ask(std::int64_t points)
    {
        counter.must(AskByPhone{points});
        const auto carried = read_carried(carried_question_mark, counter.view().cart.redeem.phone_link);
        return carried ? question_in(carried->words).value_or(CarriedQuestion{}) : CarriedQuestion{};
    }
    // What her phone shows then.
    [[nodiscard]] std::string answer(const CarriedQuestion& question, std::int64_t number = 501) const
    {
        LeaseGranted granted;
        granted.lease = "0/" + std::to_string(number);
        granted.till = question.till;
        granted.epoch = question.epoch;
        granted.generation = question.generation;
        granted.account = question.account;
        granted.lots = {{"lot", LotKind::points, question.amount, "2025-03-08", "2027-12-31"}};
        granted.ask = question.ask;
        const std::string text{
            carried_text(carried_answer_mark, encode({office_origin, number, counter.books.clock.at_ms, granted}))};
        return with_signature(text, *counter.phone_key.mac_of(text));
    }

    PointsCounter counter;
};

} // namespace

TEST_CASE("with the line down her phone brings the points that this till lacks")
{
    CutOff at;
    CHECK(at.counter.refusal(RedeemPoints{2'000}) == "points.only_offline");
    const CarriedQuestion asked{at.ask(2'000)};
    CHECK(asked.account == "M1");
    CHECK(asked.amount == 2'000);
    CHECK(at.counter.view().cart.redeem.asking);
    CHECK(at.counter.view().cart.redeem.points == 0);

    at.counter.must(ScanBarcode{at.answer(asked)});

    CHECK(at.counter.view().cart.redeem.points == 2'000);
    CHECK(at.counter.view().cart.redeem.phone_link.empty());
    const SaleCompleted sale{at.counter.pay()};
    REQUIRE(sale.spent.size() == 1);
    CHECK(sale.spent[0].lots[0].lease == "0/501");
}

TEST_CASE("a code that is scanned twice brings its points once, and the feed brings them no second time")
{
    CutOff at;
    const CarriedQuestion asked{at.ask(2'000)};
    const std::string code{at.answer(asked)};
    at.counter.must(ScanBarcode{code});
    at.counter.must(ScanBarcode{code});
    CHECK(at.counter.view().cart.redeem.in_hand == 2'000);
    const auto carried = read_carried(carried_answer_mark, code);
    at.counter.line.tell(std::get<LeaseGranted>(decode(carried->words)->body));
    CHECK(at.counter.view().cart.redeem.in_hand == 2'000);

    (void)at.counter.pay();

    at.counter.must(ScanBarcode{code});
    at.counter.serve();
    CHECK(at.counter.refusal(RedeemPoints{1'000}) == "points.only_offline");
}

TEST_CASE("a code for another start of this till, for another till or by another hand brings nothing")
{
    CutOff at;
    const CarriedQuestion asked{at.ask(2'000)};
    CarriedQuestion other{asked};
    other.epoch = asked.epoch + 1;
    CHECK(at.counter.refusal(ScanBarcode{at.answer(other)}) == "carried.too_old");
    other = asked;
    other.generation = "another history";
    CHECK(at.counter.refusal(ScanBarcode{at.answer(other)}) == "carried.too_old");
    other = asked;
    other.till = asked.till + 1;
    CHECK(at.counter.refusal(ScanBarcode{at.answer(other)}) == "carried.other_till");
    std::string forged{at.answer(asked)};
    forged.back() = forged.back() == 'A' ? 'B' : 'A';
    CHECK(at.counter.refusal(ScanBarcode{forged}) == "carried.forged");
    CHECK(at.counter.refusal(ScanBarcode{"GTA1.NOT A CODE.A"}) == "carried.unreadable");
    CHECK(at.counter.view().cart.redeem.in_hand == 0);
}

TEST_CASE("a till that never met the head office, or has no page for members or no key, asks no phone")
{
    CutOff at;
    at.has_page("");
    CHECK_FALSE(at.counter.view().cart.redeem.may_ask_by_phone);
    CHECK(at.counter.refusal(AskByPhone{100}) == "carried.no_page");
    at.has_page("https://shop.example");
    at.counter.phone_key.here = false;
    at.counter.restart("nonce-2");
    at.counter.serve();
    CHECK(at.counter.refusal(AskByPhone{100}) == "carried.not_armed");
    at.counter.line.epoch = 2;
    at.counter.line.arm();
    CHECK(at.counter.refusal(AskByPhone{100}) == "carried.no_key");
}

TEST_CASE("who leaves it pays otherwise, and what her phone brings later goes home with the next sync")
{
    CutOff at;
    const CarriedQuestion asked{at.ask(2'000)};
    at.counter.must(RedeemPoints{});
    CHECK(at.counter.view().cart.redeem.phone_link.empty());
    (void)at.counter.pay();
    at.counter.must(ScanBarcode{at.answer(asked)});
    at.counter.line.reached = true;
    at.counter.sync.seen.reached = true;
    at.counter.till->refresh();
    CHECK(at.counter.view().leases.leases == 0);
}
