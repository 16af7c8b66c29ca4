#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

constexpr std::int64_t minute_ms{60'000};

struct WithScarf : Counter {
    WithScarf()
    {
        open();
        must(ScanBarcode{"6900000000059"});
    }
    std::string ask(std::int64_t basis_points = 3'000)
    {
        return refusal(DiscountLine{1, BasisPoints{basis_points}, {}, "袖口有线头"});
    }
    [[nodiscard]] const PhoneView& phone() const { return view().approval.phone; }
    // What somebody at the head office reads out, having heard what stands on the screen.
    [[nodiscard]] std::string answer() const
    {
        const PhoneQuestion question{71, phone().action, phone().ticket, phone().amount,
                                     phone().request.substr(0, phone_nonce_digits)};
        return digits_of(*phone_key.mac_of(signed_grant(question)), phone_code_digits);
    }
    [[nodiscard]] std::string wrong() const
    {
        std::string code{answer()};
        code.back() = code.back() == '0' ? '1' : '0';
        return code;
    }
};

} // namespace

TEST_CASE("a code by telephone allows what waits, and the override names the request")
{
    WithScarf counter;
    REQUIRE(counter.ask() == "discount.needs_approval");
    REQUIRE(counter.phone().request.size() == phone_request_digits);
    CHECK(counter.phone().action == "discount.line");
    CHECK(counter.phone().ticket == 1);
    CHECK(counter.phone().amount == 3870_fen);
    const std::string request{counter.phone().request};

    counter.must(Approve{"", "", counter.answer().insert(4, " ")});

    CHECK(counter.view().cart.total == 9030_fen);
    const OverrideGiven given{counter.books.all<OverrideGiven>().back()};
    CHECK(given.phone_request == request);
    CHECK(given.asked_by.text == "王芳");
    CHECK(given.approved_by.empty());
    CHECK(given.reason == "袖口有线头");
    CHECK(counter.view().approval.code.empty());
}

TEST_CASE("a code is good once, and for nothing else")
{
    WithScarf counter;
    REQUIRE(counter.ask() == "discount.needs_approval");
    const std::string code{counter.answer()};
    counter.must(Approve{"", "", code});

    counter.digits.next = 1000; // Chance says the same again.
    REQUIRE(counter.ask(3'000) == "discount.needs_approval");
    CHECK(counter.refusal(Approve{"", "", code}) == "approval.phone_wrong");
    REQUIRE(counter.ask(4'000) == "discount.needs_approval");
    const std::string for_forty{counter.answer()};
    REQUIRE(counter.ask(5'000) == "discount.needs_approval");
    CHECK(counter.refusal(Approve{"", "", for_forty}) == "approval.phone_wrong");
}

TEST_CASE("wrong codes are counted before they are looked at, and locked like PINs")
{
    WithScarf counter;
    REQUIRE(counter.ask() == "discount.needs_approval");

    CHECK(counter.handle(Approve{"", "", counter.wrong()}).error() == Refusal{"approval.phone_wrong", "4"});
    CHECK(counter.books.all<PhoneCodeTried>().back().staff.text == "王芳");
    CHECK(counter.view().approval.code == "discount.needs_approval");
    for (int n{0}; n < 4; ++n) (void)counter.handle(Approve{"", "", counter.wrong()});
    CHECK(counter.handle(Approve{"", "", counter.answer()}).error() == Refusal{"approval.phone_locked", "10"});
    CHECK(counter.view().cart.total == 12900_fen);
    counter.restart();
    counter.must(SignIn{"王芳", "2468"});
    counter.must(ScanBarcode{"6900000000059"});
    REQUIRE(counter.ask() == "discount.needs_approval");
    CHECK(counter.refusal(Approve{"", "", counter.answer()}) == "approval.phone_locked");
    counter.clock.at_ms += 11 * minute_ms;
    REQUIRE(counter.ask() == "discount.needs_approval");
    counter.must(Approve{"", "", counter.answer()});
}

TEST_CASE("a request that is too old is asked anew")
{
    WithScarf counter;
    REQUIRE(counter.ask() == "discount.needs_approval");
    const std::string before{counter.phone().request};
    const std::string code{counter.answer()};
    counter.clock.at_ms += 10 * minute_ms;

    CHECK(counter.refusal(Approve{"", "", code}) == "approval.phone_expired");
    CHECK(counter.phone().request != before);
    counter.must(Approve{"", "", counter.answer()});
}

TEST_CASE("a till without a shared key is allowed nothing by telephone")
{
    WithScarf counter;
    counter.phone_key.here = false;
    REQUIRE(counter.ask() == "discount.needs_approval");

    CHECK(counter.phone().request.empty());
    CHECK(counter.refusal(Approve{"", "", "12345678"}) == "approval.no_phone");
    counter.must(Approve{"陈店长", "8642"});
}
