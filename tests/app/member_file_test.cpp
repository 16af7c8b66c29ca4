#include "sync/events/consent.hpp"
#include "terminal/app/member_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

const TiersSet two_tiers{12, {{"silver", 500}, {"gold", 2'000}}};

struct Shop : Counter {
    Shop()
    {
        books.profiles[0].tier = "standard";
        member_files.told = two_tiers;
        open();
    }
    const MemberView& her() { return *view().cart.member; }
    void pay_cash() { must(Pay{TenderKind::cash, view().cart.due}); }
};

} // namespace

TEST_CASE("a tier is what she earned, at once and with the cable out")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().profile.tier == "standard");
    REQUIRE(shop.her().tier);
    CHECK(shop.her().tier->next == "silver");
    CHECK(shop.her().tier->missing == 500);

    shop.must(ScanBarcode{"6900000000001"});
    shop.pay_cash();

    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().profile.tier == "silver");
    CHECK(shop.her().tier->until == "2027-11-22");
    CHECK(shop.her().tier->missing == 2'000 - 659);
    shop.must(SearchFor{"林晓梅"});
    CHECK(shop.view().catalogue.members.front().tier == "silver");
}

TEST_CASE("a sale says of which tier its buyer was")
{
    Shop shop;
    shop.member_files.elsewhere[{"M1"}] = {{"2026-05-01", 2'500}};
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000001"});
    shop.pay_cash();
    CHECK(shop.books.all<SaleCompleted>().back().buyer.tier == "gold");
}

TEST_CASE("a parked ticket is taken up for the tier she has by then")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000001"});
    shop.must(Park{});
    shop.member_files.elsewhere[{"M1"}] = {{"2026-05-01", 2'500}};
    shop.must(Recall{1});
    CHECK(shop.her().profile.tier == "gold");
}

TEST_CASE("where the chain has no tiers the profile's own word is hers")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->profile.tier == "gold");
    CHECK_FALSE(counter.view().cart.member->tier);
}

TEST_CASE("what a member can not have is seen before it is paid")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(NoteMember{"", NoteKind::cannot, "羊毛"});
    shop.must(ScanBarcode{"6900000000059"}); // 羊毛围巾
    REQUIRE(shop.view().cart.cannot.size() == 1);
    CHECK(shop.view().cart.cannot.front().about == "羊毛");

    CHECK(shop.refusal(Pay{TenderKind::cash, 12900_fen}) == "member.cannot");
    CHECK(shop.books.all<SaleCompleted>().empty());

    const CannotView seen{shop.view().cart.cannot.front()};
    CHECK(shop.refusal(AcceptCannot{seen.note, seen.sku, ""}) == "member.cannot_needs_reason");
    shop.must(AcceptCannot{seen.note, seen.sku, "送人"});
    CHECK(shop.view().cart.cannot.empty());
    shop.pay_cash();

    const CannotAccepted accepted{shop.books.all<CannotAccepted>().back()};
    CHECK(accepted.reason == "送人");
    CHECK(accepted.staff.text == "王芳");
    CHECK(accepted.member.text == "M1");
}

TEST_CASE("what was accepted at one visit is asked again at the next")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(NoteMember{"", NoteKind::cannot, "羊毛"});
    shop.must(ScanBarcode{"6900000000059"});
    const CannotView seen{shop.view().cart.cannot.front()};
    shop.must(AcceptCannot{seen.note, seen.sku, "送人"});
    shop.pay_cash();

    shop.must(ScanBarcode{"6900000000059"});
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.view().cart.cannot.size() == 1);
    CHECK(shop.refusal(AcceptCannot{seen.note, {"SJ2207-2"}, "送人"}) == "member.nothing_to_accept");
}

TEST_CASE("goods that come back are nobody's poison")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000059"});
    shop.pay_cash();
    shop.must(NoteMember{"13800000001", NoteKind::cannot, "羊毛"});
    shop.must(ReturnLine{shop.books.all<SaleCompleted>().back().receipt, 1, Quantity::pieces(1), "扎人"});
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.view().cart.cannot.empty());
}

TEST_CASE("what she can not have or does not like is not suggested to her")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000002"});
    shop.must(ScanBarcode{"6900000000059"});
    shop.pay_cash();
    shop.must(AttachMember{"13800000001"});
    shop.must(AskSuggestions{200000_fen});
    const auto holds_scarf = [&] {
        for (const SuggestionView& one : shop.view().suggestions.items) {
            if (one.sku.text == "PS01") return true;
        }
        return false;
    };
    REQUIRE(holds_scarf());
    shop.must(NoteMember{"", NoteKind::dislike, "围巾"});
    shop.must(AskSuggestions{200000_fen});
    CHECK_FALSE(holds_scarf());
}

TEST_CASE("a size that is not hers is seen on the line")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(CorrectMember{"", ProfilePart::usual_size, "170"});
    shop.must(ScanBarcode{"6900000000001"}); // Size 165.
    CHECK(shop.view().cart.lines.front().usual_size == "170");
    shop.must(ClearTicket{});
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000002"}); // Size 170.
    CHECK(shop.view().cart.lines.front().usual_size.empty());
}

TEST_CASE("what she bought last of a category says more of her size than her profile")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(CorrectMember{"", ProfilePart::usual_size, "170"});
    shop.must(ScanBarcode{"6900000000001"}); // Size 165.
    shop.pay_cash();
    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{"6900000000002"});
    CHECK(shop.view().cart.lines.front().usual_size == "165");
}

TEST_CASE("who usually serves her is known at the counter, so that she meets the same person again")
{
    Shop shop;
    const auto visit = [&](const char* guide) {
        shop.must(AttachMember{"13800000001"});
        shop.must(ScanBarcode{"6900000000001"});
        if (guide != nullptr) shop.must(SetGuides{0, {{{guide}, {10'000}}}});
        shop.pay_cash();
        shop.clock.at_ms += 60'000;
    };
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().usual_adviser.empty());
    visit("李雪");
    visit("李雪");
    visit(nullptr);

    shop.must(AttachMember{"13800000001"});

    CHECK(shop.her().usual_adviser == StaffName{"李雪"});
}

TEST_CASE("a request is offered again at every visit, seven years later too")
{
    Shop shop;
    shop.must(NoteMember{"13800000001", NoteKind::request, "绘图桌放在房间里"});
    shop.clock.at_ms += 7LL * 365 * 24 * 60 * 60 * 1'000;
    shop.must(AttachMember{"13800000001"});
    REQUIRE(shop.her().notes.size() == 1);
    CHECK(shop.her().notes.front().since == "2026-11-22");

    shop.must(DropNote{"", shop.her().notes.front().note});
    CHECK(shop.her().notes.empty());
    CHECK(shop.refusal(DropNote{"", {"N71-000001"}}) == "member.no_such_note");
}

TEST_CASE("a note is refused where it says nothing, too much, or what is there already")
{
    Shop shop;
    CHECK(shop.refusal(NoteMember{"", NoteKind::like, "红色"}) == "member.not_attached");
    shop.must(AttachMember{"13800000001"});
    shop.must(NoteMember{"", NoteKind::like, "红色"});
    CHECK(shop.refusal(NoteMember{"", NoteKind::like, "红色"}) == "member.noted_already");
    CHECK(shop.refusal(NoteMember{"", NoteKind::like, ""}) == "member.empty_note");
    CHECK(shop.refusal(NoteMember{"", NoteKind::like, std::string(201, 'x')}) == "note.too_long");
    CHECK(shop.refusal(NoteMember{"", NoteKind::like, "two\nlines"}) == "member.bad_text");
    CHECK(shop.her().notes.size() == 1);
}

TEST_CASE("one thing that is missing is asked at a visit, and never a second")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().question == ProfilePart::form_of_address);
    CHECK(shop.her().known_parts == 1);
    shop.must(CorrectMember{"", ProfilePart::form_of_address, "女士"});
    CHECK_FALSE(shop.her().question);
    CHECK(shop.her().known_parts == 2);
    shop.must(ScanBarcode{"6900000000001"});
    CHECK_FALSE(shop.her().question);
    shop.pay_cash();

    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().question == ProfilePart::usual_size);
    shop.must(SkipQuestion{});
    CHECK_FALSE(shop.her().question);
    shop.must(DetachMember{});
    shop.must(AttachMember{"13800000001"});
    CHECK(shop.her().question == ProfilePart::usual_size);
}

TEST_CASE("a profile is put right in one part, and what can not be is refused")
{
    Shop shop;
    shop.must(CorrectMember{"13800000001", ProfilePart::phone, "139 0000 1111"});
    CHECK(shop.view().member->profile.phone == "13900001111");
    CHECK(shop.refusal(CorrectMember{"M1", ProfilePart::phone, "13800000002"}) == "member.exists");
    CHECK(shop.refusal(CorrectMember{"M1", ProfilePart::phone, "12"}) == "member.bad_phone");
    CHECK(shop.refusal(CorrectMember{"M1", ProfilePart::birthday, "31.12.1990"}) == "member.bad_birthday");
    CHECK(shop.refusal(CorrectMember{"M1", ProfilePart::name, std::string(401, 'x')}) == "member.too_long");
    CHECK(shop.refusal(CorrectMember{"M9", ProfilePart::name, "?"}) == "member.not_found");
    const auto written = shop.books.all<MemberCorrected>().size();
    shop.must(CorrectMember{"M1", ProfilePart::phone, "13900001111"});
    CHECK(shop.books.all<MemberCorrected>().size() == written); // As it was: nothing to write.
}

TEST_CASE("a consent counts when it was given twice")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    const auto answer = [&](ConsentAnswer said) {
        return shop.refusal(AnswerConsent{"", ConsentPurpose::offers, ConsentChannel::sms, said});
    };
    CHECK(answer(ConsentAnswer::confirmed) == "consent.yes_first");
    CHECK(answer(ConsentAnswer::asked).empty());
    CHECK(answer(ConsentAnswer::confirmed) == "consent.yes_first");
    CHECK(answer(ConsentAnswer::yes).empty());
    CHECK(answer(ConsentAnswer::yes) == "consent.given_already");
    CHECK(answer(ConsentAnswer::confirmed).empty());
    CHECK(answer(ConsentAnswer::confirmed) == "consent.given_already");
    CHECK(shop.her().consents.front().answer == ConsentAnswer::confirmed);
    CHECK(answer(ConsentAnswer::no).empty());
    CHECK(shop.her().consents.front().answer == ConsentAnswer::no);

    const auto given = shop.books.all<ConsentGiven>();
    CHECK(given.size() == 4);
    CHECK(given.back().consent.wording == consent_wording);
    CHECK(given.back().staff.text == "王芳");
    // Each after the one that it answers, though the clock stood still.
    CHECK(given[0].consent.at_ms < given[1].consent.at_ms);
}

TEST_CASE("a yes that nobody confirmed in thirty days has to be said again")
{
    Shop shop;
    shop.must(AnswerConsent{"13800000001", ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes});
    shop.clock.at_ms += 31LL * 24 * 60 * 60 * 1'000;
    CHECK(shop.refusal(AnswerConsent{"13800000001", ConsentPurpose::offers, ConsentChannel::sms,
                                     ConsentAnswer::confirmed}) == "consent.yes_first");
    shop.must(ShowMember{"13800000001"});
    CHECK(shop.view().member->consents.front().answer == ConsentAnswer::asked);
    shop.must(AnswerConsent{"13800000001", ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes});
}
