// The two keys and her own screen on the glass: what is tapped, and what is asked for then.
#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/privacy_states.hpp"

#include <stdexcept>
#include <utility>

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;
using Step = OwnMemory::Step;

namespace {

struct Glass : GlassOverView {
    explicit Glass(std::string_view name) : Glass{state_named(name)} {}
    void type_pad(std::string_view pad, std::string_view digits)
    {
        for (const char digit : digits) tap(std::string{pad} + "/" + digit);
    }

private:
    explicit Glass(test::ScreenState state) : GlassOverView{std::move(state.view)} { memory = std::move(state.memory); }
    static test::ScreenState state_named(std::string_view name)
    {
        for (test::ScreenState& state : test::privacy_states()) {
            if (state.name == name) return std::move(state);
        }
        throw std::logic_error{"no such state"};
    }
};

} // namespace

TEST_CASE("the pad takes the adviser's PIN first and her password after it", "[ui][members]")
{
    Glass glass{"p_locked"};
    glass.tap("member.keys");
    glass.type_pad("keys.pad", "1357");
    glass.tap("keys.go");
    const auto given = glass.pushed<GiveAdviserKey>();
    REQUIRE(given.size() == 1);
    CHECK(given[0].name == glass.view.session.people[1].name.text); // The first who may.
    CHECK(given[0].pin == "1357");

    static_cast<void>(glass.commands.take());
    glass.view.member->keys.adviser = {given[0].name};
    glass.type_pad("keys.pad", "271828"); // Six digits are all: nothing more is pressed.
    const auto opened = glass.pushed<OpenFile>();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].password == "271828");
    CHECK(opened[0].pin.empty());
}

TEST_CASE("a locked file can be used for the ticket all the same", "[ui][members]")
{
    Glass glass{"p_locked"};
    glass.tap("member.use");
    CHECK(glass.pushed<AttachMember>().size() == 1);
}

TEST_CASE("giving up the pad gives the adviser's key back", "[ui][members]")
{
    Glass glass{"p_her_key"};
    glass.tap("keys.cancel");
    CHECK(glass.pushed<CloseFile>().size() == 1);
    CHECK_FALSE(glass.memory.member.keys.asking);
}

TEST_CASE("after too many wrong passwords the pad is hollow", "[ui][members]")
{
    Glass glass{"p_shut_for_ten_minutes"};
    CHECK_THROWS(glass.tap("keys.pad/2")); // Not enabled.
    CHECK(glass.pushed<OpenFile>().empty());
}

TEST_CASE("an open file is closed by its button, and by itself when the time is over", "[ui][members]")
{
    Glass glass{"p_open"};
    glass.tap("member.leaves");
    CHECK(glass.pushed<CloseFile>().size() == 1);

    Glass late{"p_open"};
    late.view.member->keys.closes_at_ms = late.view.now_ms;
    CHECK(late.shows("member.leaves"));
    CHECK_FALSE(late.pushed<CloseFile>().empty());
}

TEST_CASE("turned to her the till shows nothing but her own pad", "[ui][members]")
{
    Glass glass{"p_locked"};
    glass.tap("member.own");
    CHECK(glass.memory.member.own.step == Step::password);
    CHECK_FALSE(glass.shows("rail.sell"));
    glass.type_pad("own.pad", "271828");
    const auto asked = glass.pushed<ShowOwnFile>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].phone_or_card == "M-1-7");
    CHECK(asked[0].password == "271828");

    static_cast<void>(glass.commands.take()); // The till has done it.
    glass.view.own = test::own_file();
    CHECK(glass.shows("own.done"));
    glass.tap("own.done");
    CHECK_FALSE(glass.memory.member.own.is_open());
}

TEST_CASE("a wrong password is said under the dots, and she tries again", "[ui][members]")
{
    Glass glass{"p_own_password"};
    glass.type_pad("own.pad", "1828");
    REQUIRE(glass.pushed<ShowOwnFile>().size() == 1);
    static_cast<void>(glass.commands.take());
    glass.view.banner = {"password.wrong", "4", true};
    CHECK(glass.shows("own.pad/1"));
    CHECK_FALSE(glass.memory.member.own.problem.empty());
    CHECK(glass.memory.member.own.digits.empty());
}

TEST_CASE("a right password after a wrong one opens her pages, though the till's last word was of the wrong one",
          "[ui][members]")
{
    Glass glass{"p_own_password"};
    glass.view.banner = {"password.wrong", "4", true};
    glass.type_pad("own.pad", "1828");
    static_cast<void>(glass.commands.take());
    glass.view.own = test::own_file();
    CHECK(glass.shows("own.done"));
}

TEST_CASE("she chooses a new password with the old one, and says it twice", "[ui][members]")
{
    Glass glass{"p_own_points"};
    glass.tap("own.password");
    glass.type_pad("own.pad", "271828");
    glass.type_pad("own.pad", "314159");
    glass.type_pad("own.pad", "314158"); // Not the same.
    CHECK(glass.pushed<ChoosePassword>().empty());
    CHECK(glass.memory.member.own.step == Step::new_password);
    glass.type_pad("own.pad", "314159");
    glass.type_pad("own.pad", "314159");
    const auto chosen = glass.pushed<ChoosePassword>();
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0].old_password == "271828");
    CHECK(chosen[0].password == "314159");
}

TEST_CASE("whoever has no password yet chooses one without an old one", "[ui][members]")
{
    Glass glass{"p_open"};
    glass.view.member->keys = {};
    glass.tap("member.own");
    CHECK(glass.memory.member.own.step == Step::new_password);
    glass.type_pad("own.pad", "314159");
    glass.type_pad("own.pad", "314159");
    REQUIRE(glass.pushed<ChoosePassword>().size() == 1);
    CHECK(glass.pushed<ChoosePassword>()[0].old_password.empty());
}

TEST_CASE("she agrees and withdraws at her own screen", "[ui][members]")
{
    Glass glass{"p_own_consents"};
    glass.tap("own.consent.agree/post");
    glass.tap("own.consent.confirm/sms");
    glass.tap("own.consent.withdraw/wechat");
    const auto said = glass.pushed<AnswerConsent>();
    REQUIRE(said.size() == 3);
    CHECK(said[0].answer == ConsentAnswer::yes);
    CHECK(said[1].answer == ConsentAnswer::confirmed);
    CHECK(said[2].answer == ConsentAnswer::no);
}

TEST_CASE("erasure is asked for only after she said that she means it", "[ui][members]")
{
    Glass glass{"p_own_points"};
    glass.tap("own.erase");
    CHECK(glass.pushed<AskPrivacy>().empty());
    glass.tap("own.erase_yes");
    REQUIRE(glass.pushed<AskPrivacy>().size() == 1);
    CHECK(glass.pushed<AskPrivacy>()[0].wish == PrivacyWish::erasure);
}

TEST_CASE("her pages close when the till has closed them", "[ui][members]")
{
    Glass glass{"p_own_points"};
    CHECK(glass.shows("own.done"));
    glass.view.own.reset();
    CHECK_FALSE(glass.shows("own.done"));
    CHECK_FALSE(glass.memory.member.own.is_open());
}
