#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

// 林晓梅 owes ¥129.00 for a scarf.
struct WithDebt : Counter {
    WithDebt()
    {
        books.profiles[0].account_limit = 50000_fen;
        open();
        must(AttachMember{"13800000001"});
        must(AddProduct{{"PS01"}});
        must(Pay{TenderKind::on_account, 12900_fen});
    }
};

} // namespace

TEST_CASE("a member pays back what she owes, and the drawer has it")
{
    WithDebt counter;
    const Takings before{counter.books.takings_of_shift(1)};

    counter.must(PayAccount{"13800000001", TenderKind::cash, 10000_fen, 20000_fen, ""});

    const AccountPaid paid{counter.books.all<AccountPaid>().back()};
    CHECK(paid.payment == 1);
    CHECK(paid.member.text == "M1");
    CHECK(paid.taken.amount == 10000_fen);
    CHECK(paid.taken.change == 10000_fen);
    CHECK(counter.books.owed({"M1"}) == 2900_fen);
    REQUIRE(counter.view().payment.account_paid);
    CHECK(counter.view().payment.account_paid->owed == 2900_fen);
    const Takings after{counter.books.takings_of_shift(1)};
    CHECK(after.cash_taken - before.cash_taken == 10000_fen);
    CHECK(after.turnover == before.turnover);
    CHECK(counter.books.printed.back().text.find("29.00") != std::string::npos);
    CHECK(counter.books.printed.back().open_drawer);
    counter.must(NextCustomer{});
    CHECK_FALSE(counter.view().payment.account_paid);
}

TEST_CASE("nobody pays back more than is owed, or with another promise")
{
    WithDebt counter;

    CHECK(counter.refusal(PayAccount{"", TenderKind::cash, 100_fen, {}, ""}) == "account.needs_member");
    CHECK(counter.refusal(PayAccount{"C0001", TenderKind::cash, 12901_fen, {}, ""}) == "account.more_than_owed");
    CHECK(counter.refusal(PayAccount{"C0001", TenderKind::cash, {}, {}, ""}) == "pay.bad_amount");
    CHECK(counter.refusal(PayAccount{"C0001", TenderKind::cash, 5000_fen, 4000_fen, ""}) == "pay.bad_amount");
    CHECK(counter.refusal(PayAccount{"C0001", TenderKind::card, 5000_fen, 6000_fen, ""}) == "pay.too_much");
    CHECK(counter.refusal(PayAccount{"C0001", TenderKind::on_account, 5000_fen, {}, ""}) == "account.bad_tender");
    CHECK(counter.refusal(PayAccount{"13800000002", TenderKind::cash, 100_fen, {}, ""}) == "account.nothing_owed");
    CHECK(counter.refusal(PayAccount{"nobody", TenderKind::cash, 100_fen, {}, ""}) == "member.not_found");
    CHECK(counter.books.all<AccountPaid>().empty());
    counter.must(PayAccount{"C0001", TenderKind::card, 12900_fen, {}, "slip 7"});
    CHECK(counter.books.owed({"M1"}).is_zero());
}

TEST_CASE("what was paid back may be owed again")
{
    WithDebt counter;
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->account_left == 37100_fen);
    counter.must(PayAccount{"", TenderKind::wallet, 12900_fen, {}, ""});
    CHECK(counter.view().cart.member->account_left == 50000_fen);
}
