// The member's file on the glass: what is tapped, and what is asked for then.
#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/ui/member_states.hpp"

#include <stdexcept>
#include <utility>

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;

namespace {

struct Glass : GlassOverView {
    explicit Glass(std::string_view name) : Glass{state_named(name)} {}

private:
    explicit Glass(test::ScreenState state) : GlassOverView{std::move(state.view)} { memory = std::move(state.memory); }
    static test::ScreenState state_named(std::string_view name)
    {
        for (test::ScreenState& state : test::member_states()) {
            if (state.name == name) return std::move(state);
        }
        throw std::logic_error{"no such state"};
    }
};

} // namespace

TEST_CASE("a note is written by its kind and what it is about", "[ui][members]")
{
    Glass glass{"m_member"};
    glass.tap("member.write");
    glass.tap("file.kind.cannot");
    glass.type("wool");
    glass.tap("file.go");
    const auto noted = glass.pushed<NoteMember>();
    REQUIRE(noted.size() == 1);
    CHECK(noted[0].kind == NoteKind::cannot);
    CHECK(noted[0].about == "wool");
    CHECK(noted[0].phone_or_card == "M-1-7");
    CHECK_FALSE(glass.memory.member.file.open);
}

TEST_CASE("a complaint is written by its kind and what she says", "[ui][members]")
{
    Glass glass{"m_member"};
    glass.tap("member.write");
    glass.tap("file.tab/3");
    glass.tap("matter.delivery");
    glass.type("late");
    glass.tap("file.go");
    const auto opened = glass.pushed<OpenComplaint>();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].matter == ComplaintMatter::delivery);
    CHECK(opened[0].about == "late");
    CHECK(glass.memory.member.file.open); // It may be refused: nothing of what was written is lost.
    glass.view.member->complaints = test::two_complaints();
    CHECK_FALSE(glass.shows("file.go"));
}

TEST_CASE("a complaint about goods names the purchase that is meant", "[ui][members]")
{
    Glass glass{"m_member"};
    glass.tap("member.write");
    glass.tap("file.tab/3");
    const Sku bought{glass.view.member->last_purchases.at(1).sku};
    glass.tap("complaint.goods/" + bought.text);
    glass.type("torn");
    glass.tap("file.go");
    REQUIRE(glass.pushed<OpenComplaint>().size() == 1);
    CHECK(glass.pushed<OpenComplaint>()[0].sku == bought);

    glass.tap("matter.service");
    CHECK_FALSE(glass.shows("complaint.goods/" + bought.text));
    glass.tap("file.go");
    CHECK(glass.pushed<OpenComplaint>()[1].sku == Sku{});
}

TEST_CASE("a complaint is answered from her page, the next duty first", "[ui][members]")
{
    Glass glass{"m_complaints"};
    glass.tap("member.complaint/C1-000001");
    CHECK(glass.memory.member.file.duty == ComplaintDuty::result);
    glass.type("replaced");
    glass.tap("file.go");
    const auto answered = glass.pushed<AnswerComplaint>();
    REQUIRE(answered.size() == 1);
    CHECK(answered[0].complaint.text == "C1-000001");
    CHECK(answered[0].duty == ComplaintDuty::result);
    CHECK(answered[0].words == "replaced");
    CHECK(glass.memory.member.file.open);
    glass.view.member->complaints[1].what.answers.push_back({ComplaintDuty::result, "replaced", 0, {}, {}});
    CHECK_FALSE(glass.shows("file.go"));
}

TEST_CASE("the shop's complaints stand where nobody is looked for, and lead to her page", "[ui][members]")
{
    Glass glass{"m_complaints_of_shop"};
    glass.tap("complaint/C1-000002");
    REQUIRE(glass.pushed<ShowMember>().size() == 1);
    CHECK(glass.pushed<ShowMember>()[0].phone_or_card == "M-1-7");
    CHECK_FALSE(glass.memory.member.finding);
}

TEST_CASE("a shop with more complaints than fit on the glass reaches the last of them", "[ui][members]")
{
    Glass glass{"m_complaints_of_shop"};
    const ComplaintView one{glass.view.complaints.front()};
    for (int more{10}; more < 30; ++more) {
        glass.view.complaints.push_back(one);
        glass.view.complaints.back().what.complaint.complaint.text = "C1-0000" + std::to_string(more);
    }
    const auto lowest = [&] {
        int row{29};
        while (row > 10 && !glass.shows("complaint/C1-0000" + std::to_string(row))) --row;
        return row;
    };
    CHECK(lowest() < 29);
    for (int drags{0}; drags < 10 && lowest() < 29; ++drags) {
        glass.drag("complaint/C1-0000" + std::to_string(lowest()), {0.0F, -300.0F});
    }
    CHECK(lowest() == 29);
    CHECK(glass.pushed<ShowMember>().empty()); // A drag taps nothing.
}

TEST_CASE("a note is dropped by its cross", "[ui][members]")
{
    Glass glass{"m_member"};
    glass.tap("member.drop/N1-000002");
    REQUIRE(glass.pushed<DropNote>().size() == 1);
    CHECK(glass.pushed<DropNote>()[0].note.text == "N1-000002");
}

TEST_CASE("the question is answered in its own field, or left for another day", "[ui][members]")
{
    Glass glass{"m_member"};
    glass.tap("member.answer");
    CHECK(glass.memory.member.file.part == ProfilePart::birthday);
    glass.memory.member.file.value.set("1990-02-03");
    glass.tap("file.go");
    REQUIRE(glass.pushed<CorrectMember>().size() == 1);
    CHECK(glass.pushed<CorrectMember>()[0].value == "1990-02-03");

    Glass other{"m_member"};
    other.tap("member.skip");
    CHECK(other.pushed<SkipQuestion>().size() == 1);
}

TEST_CASE("a consent offers the answers that it can have next", "[ui][members]")
{
    Glass glass{"m_consent"};
    CHECK(glass.shows("consent.confirm/sms"));
    CHECK_FALSE(glass.shows("consent.confirm/wechat"));
    CHECK(glass.shows("consent.withdraw/wechat"));
    CHECK(glass.shows("consent.agree/phone"));
    glass.tap("consent.confirm/sms");
    glass.tap("consent.withdraw/wechat");
    const auto answers = glass.pushed<AnswerConsent>();
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].answer == ConsentAnswer::confirmed);
    CHECK(answers[1].answer == ConsentAnswer::no);
    CHECK(answers[1].channel == ConsentChannel::wechat);
}

TEST_CASE("what she can not have is asked before it is paid", "[ui][members]")
{
    Glass glass{"m_sale"};
    glass.tap("sale.pay");
    CHECK(glass.memory.sale.sheet.open == SaleSheet::cannot);
    CHECK_FALSE(glass.memory.paying);
    glass.tap("cannot.gift");
    REQUIRE(glass.pushed<AcceptCannot>().size() == 1);
    CHECK_FALSE(glass.pushed<AcceptCannot>()[0].reason.empty());

    glass.view.cart.cannot.clear();
    (void)glass.shows("sale.pay");
    CHECK(glass.memory.sale.sheet.open == SaleSheet::none);
    glass.tap("sale.pay");
    CHECK(glass.memory.paying);
}

TEST_CASE("the green button takes it off the ticket", "[ui][members]")
{
    Glass glass{"m_cannot"};
    glass.tap("cannot.remove");
    CHECK(glass.pushed<RemoveLine>().size() == 1);
}
