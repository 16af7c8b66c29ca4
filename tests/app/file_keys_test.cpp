#include "sync/events/password.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using test::Counter;

namespace {

const std::string hers{"13800000001"};

struct Shop : Counter {
    Shop()
    {
        books.profiles[0].birthday = "1988-11-21";
        books.profiles[0].note = "上次说想要浅色长款";
        books.profiles[0].monthly_use = "12 公斤";
        books.profiles[0].payday = "10";
        open();
        must(NoteMember{hers, NoteKind::cannot, "羽绒"});
        must(ChoosePassword{hers, "", "271828"});
        must(ShowMember{hers});
    }
    const MemberView& her() { return *view().member; }
    std::vector<FileAccess> written()
    {
        std::vector<FileAccess> all;
        for (const FileAccessed& accessed : books.all<FileAccessed>()) all.push_back(accessed.access);
        return all;
    }
};

} // namespace

TEST_CASE("behind her password the till shows who she is and what she has, and nothing private")
{
    Shop shop;
    CHECK(shop.her().keys.locked);
    CHECK(shop.her().profile.name == "林晓梅");
    CHECK(shop.her().profile.phone == "138****0001");
    CHECK(shop.her().profile.birthday.empty());
    CHECK(shop.her().profile.note.empty());
    CHECK(shop.her().profile.monthly_use.empty());
    CHECK(shop.her().profile.payday.empty());
    CHECK(shop.her().notes.empty());
    CHECK(shop.her().keys.hidden_notes == 2);
    CHECK(shop.her().last_purchases.empty());
    shop.must(SearchFor{"林晓梅"});
    CHECK(shop.view().catalogue.members.front().phone == "138****0001");
}

TEST_CASE("a member who has chosen no password has no lock")
{
    Counter counter;
    counter.open();
    counter.must(ShowMember{hers});
    CHECK_FALSE(counter.view().member->keys.has_password);
    CHECK(counter.view().member->profile.phone == hers);
}

TEST_CASE("the file opens by both keys, and by neither alone")
{
    Shop shop;
    CHECK(shop.refusal(OpenFile{hers, "", "", "271828"}) == "file.needs_adviser_key");
    CHECK(shop.her().keys.locked);
    shop.must(GiveAdviserKey{"李雪", "1357"});
    CHECK(shop.her().keys.adviser.text == "李雪");
    CHECK(shop.her().keys.locked);

    shop.must(OpenFile{hers, "", "", "271828"});
    CHECK_FALSE(shop.her().keys.locked);
    CHECK(shop.her().profile.phone == hers);
    CHECK(shop.her().profile.birthday == "1988-11-21");
    CHECK(shop.her().notes.size() == 1);
    CHECK(shop.written() == std::vector{FileAccess::tried, FileAccess::opened});
    CHECK(shop.books.all<FileAccessed>().back().staff.text == "李雪");
}

TEST_CASE("both keys may be given at once")
{
    Shop shop;
    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    CHECK_FALSE(shop.her().keys.locked);
}

TEST_CASE("a clerk's PIN is no adviser's key, and a wrong one is none at all")
{
    Shop shop;
    CHECK(shop.refusal(GiveAdviserKey{"", "2468"}) == "file.needs_adviser");
    CHECK(shop.refusal(GiveAdviserKey{"李雪", "1111"}) == "sign_in.wrong");
    CHECK(shop.refusal(OpenFile{hers, "", "", "271828"}) == "file.needs_adviser_key");
}

TEST_CASE("an adviser who comes back without her is refused, and that is written down")
{
    Shop shop;
    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    shop.must(CloseFile{});
    CHECK(shop.her().keys.locked);
    CHECK(shop.refusal(OpenFile{hers, "李雪", "1357", ""}) == "file.needs_password");
    CHECK(shop.her().keys.locked);
    CHECK(shop.written() ==
          std::vector{FileAccess::tried, FileAccess::opened, FileAccess::closed, FileAccess::refused});
}

TEST_CASE("the file closes when nobody has touched the till for two minutes")
{
    Shop shop;
    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    shop.clock.at_ms += file_open_ms - 1;
    shop.must(ShowMember{hers}); // A touch: two minutes more.
    CHECK_FALSE(shop.her().keys.locked);
    shop.clock.at_ms += file_open_ms;
    shop.till->refresh();
    CHECK(shop.her().keys.locked);
    CHECK(shop.her().profile.birthday.empty());
}

TEST_CASE("the file closes when whoever opened it signs out, and with another member on the ticket")
{
    Shop shop;
    shop.must(AttachMember{hers});
    shop.must(OpenFile{"", "李雪", "1357", "271828"});
    CHECK_FALSE(shop.view().cart.member->keys.locked);
    shop.must(AttachMember{"13800000002"});
    shop.must(ShowMember{hers});
    CHECK(shop.her().keys.locked);

    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    shop.must(SignOut{});
    CHECK(shop.her().keys.locked);
}

TEST_CASE("a clock that was set back closes an open file")
{
    Shop shop;
    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    shop.clock.at_ms -= 1;
    shop.must(ShowMember{hers});
    CHECK(shop.her().keys.locked);
}

TEST_CASE("five wrong passwords lock it for ten minutes, for both keys and for herself")
{
    Shop shop;
    shop.must(GiveAdviserKey{"李雪", "1357"});
    for (int left{4}; left >= 0; --left) {
        const auto wrong = shop.handle(OpenFile{hers, "", "", "000001"});
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code == "password.wrong");
        CHECK(wrong.error().detail == std::to_string(left));
    }
    CHECK(shop.her().keys.locked_until_ms == shop.clock.at_ms + password_lock_ms);
    CHECK(shop.refusal(OpenFile{hers, "", "", "271828"}) == "password.locked");
    CHECK(shop.refusal(ShowOwnFile{hers, "271828"}) == "password.locked");
    shop.restart(); // The power went: the tries are in the journal.
    shop.must(SignIn{"王芳", "2468"});
    CHECK(shop.refusal(ShowOwnFile{hers, "271828"}) == "password.locked");
    shop.clock.at_ms += password_lock_ms;
    shop.must(ShowOwnFile{hers, "271828"});
}

TEST_CASE("she changes her password with the old one, and needs nobody of the shop for it")
{
    Shop shop;
    shop.must(SignOut{});
    CHECK(shop.refusal(ChoosePassword{hers, "000001", "314159"}) == "password.wrong");
    shop.must(ChoosePassword{hers, "271828", "314159"});
    CHECK(shop.refusal(ShowOwnFile{hers, "271828"}) == "password.wrong");
    shop.must(ShowOwnFile{hers, "314159"});
}

TEST_CASE("somebody must have seen whose first password it is")
{
    Shop shop;
    shop.must(SignOut{});
    CHECK(shop.refusal(ChoosePassword{"13800000002", "", "314159"}) == "staff.not_signed_in");
}

TEST_CASE("a password that anybody would try first is not taken")
{
    Shop shop;
    for (const char* weak : {"111111", "123456", "654321", "000001", "881121"}) {
        INFO(weak);
        const std::string code{shop.refusal(ChoosePassword{hers, "271828", weak})};
        CHECK(code == "password.weak");
    }
    for (const char* bad : {"", "12345", "1234567", "12a456", "十二三四五六"}) {
        CHECK(shop.refusal(ChoosePassword{hers, "271828", bad}) == "password.bad");
    }
}

TEST_CASE("what she can not have stops the payment though nobody sees her file")
{
    Shop shop;
    shop.must(AttachMember{hers});
    shop.must(ScanBarcode{"6900000000001"});
    CHECK(shop.view().cart.member->notes.empty());
    REQUIRE(shop.view().cart.cannot.size() == 1);
    CHECK(shop.refusal(Pay{TenderKind::cash, shop.view().cart.due}) == "member.cannot");
}

TEST_CASE("her birthday prices her ticket and her phone is on her order, seen or not")
{
    Shop shop;
    shop.must(AttachMember{"13800000001"});
    shop.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林晓梅", "", "休宁县海阳镇"}, {}});
    const CannotView cannot{shop.view().cart.cannot.front()};
    shop.must(AcceptCannot{cannot.note, cannot.sku, "送人"});
    shop.must(Pay{TenderKind::cash, shop.view().cart.due});
    CHECK(shop.books.all<OrderPlaced>().back().recipient.phone == hers);
    CHECK(shop.books.all<SaleCompleted>().back().buyer.birthday == "1988-11-21");
}

TEST_CASE("with her password alone she sees herself, her orders, who looked, and what she asked for")
{
    Shop shop;
    shop.must(AttachMember{hers});
    shop.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林晓梅", "", "休宁县海阳镇"}, {}});
    const CannotView cannot{shop.view().cart.cannot.front()};
    shop.must(AcceptCannot{cannot.note, cannot.sku, "送人"});
    shop.must(Pay{TenderKind::cash, shop.view().cart.due});
    shop.must(OpenFile{hers, "李雪", "1357", "271828"});
    shop.must(ShowOwnFile{hers, "271828"});
    REQUIRE(shop.view().own);
    CHECK(shop.view().own->member.profile.phone == hers);
    CHECK(shop.view().own->member.notes.size() == 1);
    REQUIRE(shop.view().own->orders.size() == 1);
    CHECK(shop.view().own->orders.front().recipient.address == "休宁县海阳镇");
    CHECK(shop.view().own->accesses.front().access == FileAccess::own);
    CHECK(shop.view().member->keys.locked); // The shop's side of it closed.

    shop.must(AskPrivacy{PrivacyWish::copy});
    shop.must(AskPrivacy{PrivacyWish::copy});
    CHECK(shop.view().own->asked == std::vector{PrivacyWish::copy});
    CHECK(shop.books.all<PrivacyAsked>().size() == 1);
    shop.must(CloseFile{});
    CHECK_FALSE(shop.view().own);
    CHECK(shop.refusal(AskPrivacy{PrivacyWish::erasure}) == "own.not_open");
}

TEST_CASE("a consent that she gives at her own screen names nobody of the shop")
{
    Shop shop;
    shop.must(SignOut{});
    CHECK(shop.refusal(AnswerConsent{hers, ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes}) ==
          "staff.not_signed_in");
    shop.must(ShowOwnFile{hers, "271828"});
    shop.must(AnswerConsent{hers, ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes});
    CHECK(shop.books.all<ConsentGiven>().back().staff.empty());
    CHECK(shop.view().own->member.consents.size() == 1);
}
