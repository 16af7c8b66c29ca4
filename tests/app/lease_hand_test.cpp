// What a process may spend after it was started, stopped, copied or rewound: the rules
// that keep two of them from spending one point.
#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::own_till;
using test::PointsCounter;

namespace {

std::int64_t in_hand(PointsCounter& counter)
{
    counter.till->refresh();
    return counter.view().leases.points;
}

} // namespace

TEST_CASE("the first event of a process is its start, and the hand is empty then")
{
    PointsCounter counter;
    CHECK(counter.all<TillStarted>() == std::vector<TillStarted>{{"nonce-1", "test"}});
    CHECK_FALSE(counter.view().leases.armed);
    CHECK(in_hand(counter) == 0);
}

TEST_CASE("a process is armed by the answer to its own start alone")
{
    PointsCounter counter;
    counter.line.nonce = "of another process";
    counter.line.arm();
    counter.line.grant("M1", 100, 0);
    CHECK(in_hand(counter) == 0);

    counter.line.nonce = "nonce-1";
    counter.line.arm();
    CHECK(counter.view().leases.armed);
    CHECK(in_hand(counter) == 0); // What was granted before is not carried.
    counter.line.grant("M1", 100, 0);
    CHECK(in_hand(counter) == 100);
}

TEST_CASE("after a crash the rows are there and the hand is empty")
{
    PointsCounter counter;
    counter.line.arm();
    const std::string lease{counter.line.grant("M1", 100, 0)};

    counter.restart("nonce-2");

    CHECK(counter.books.store().points().lease(lease));
    CHECK(in_hand(counter) == 0);
    counter.line.epoch = 2;
    counter.line.arm({}, {lease});
    CHECK(in_hand(counter) == 0);
    CHECK(counter.view().leases.dormant == std::vector<std::string>{lease});
    counter.serve();
    counter.line.reached = false;
    CHECK(counter.refusal(RedeemPoints{50}) == "points.only_offline");
}

TEST_CASE("what was carried over a clean stop is in the hand again, with what is left of it")
{
    PointsCounter counter;
    counter.line.arm();
    const std::string lease{counter.line.grant("M1", 100, 0)};
    counter.serve();
    counter.must(RedeemPoints{40});
    counter.pay();

    counter.till->stop();
    CHECK(counter.all<TillStopped>() == std::vector<TillStopped>{{1}});
    counter.restart("nonce-2");
    counter.line.epoch = 2;
    counter.line.arm({lease, "0/999"}, {});

    CHECK(in_hand(counter) == 60);
}

TEST_CASE("after its stop a process spends nothing")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.grant("M1", 100, 0);
    counter.till->stop();
    CHECK(in_hand(counter) == 0);
}

TEST_CASE("points on a ticket that a copy of this till has taken over pay for nothing, and the clerk gets out")
{
    PointsCounter counter;
    counter.line.arm();
    counter.serve();
    counter.must(RedeemPoints{2'000});
    const bool paid_in_part{GENERATE(false, true)};
    if (paid_in_part) counter.must(Pay{TenderKind::cash, 1000_fen});
    const Money due{counter.view().cart.due};

    counter.line.epoch = 2;
    counter.line.nonce = "of a copy";
    counter.line.arm();

    if (paid_in_part) {
        CHECK(counter.refusal(Pay{TenderKind::cash, due}) == "points.left_hand");
        counter.must(TakeBackTender{0});
    }
    CHECK(counter.view().cart.due == 12900_fen);
    CHECK(counter.pay().spent.empty());
}

TEST_CASE("a process that another copy has followed lets everything go and takes no more")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.grant("M1", 100, 0);

    counter.line.epoch = 2;
    counter.line.nonce = "of a copy";
    counter.line.arm();

    CHECK(counter.view().banner.code == "till.superseded");
    CHECK(counter.view().leases.superseded);
    CHECK(in_hand(counter) == 0);
    counter.line.grant("M1", 100, 0);
    CHECK(in_hand(counter) == 0);
    counter.must(AddProduct{{"PS01"}});
    CHECK_NOTHROW(counter.pay()); // It goes on selling.
}

TEST_CASE("grants of another epoch, another history or another till are not for this hand")
{
    PointsCounter counter;
    counter.line.arm();
    LeaseGranted lease;
    lease.lease = "0/7";
    lease.till = own_till;
    lease.epoch = 1;
    lease.generation = "gen";
    lease.account = "M1";
    lease.lots = {{"lot", LotKind::points, 10, "2025-01-01", "2027-12-31"}};

    LeaseGranted wrong{lease};
    wrong.epoch = 2;
    counter.line.tell(wrong);
    wrong = lease;
    wrong.lease = "0/8";
    wrong.generation = "before the restore";
    counter.line.tell(wrong);
    wrong = lease;
    wrong.lease = "0/9";
    wrong.till = own_till + 1;
    counter.line.tell(wrong);
    CHECK(in_hand(counter) == 0);
    CHECK_FALSE(counter.books.store().points().lease("0/9"));

    lease.lease = "0/10";
    counter.line.tell(lease);
    CHECK(in_hand(counter) == 10);
}

TEST_CASE("a grant that is repeated after its return stays returned")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.arm();
    counter.line.grant("M1", 100, 1); // Nobody wants it.
    counter.till->refresh();
    REQUIRE(counter.all<LeaseReturned>().size() == 1);

    LeaseGranted again;
    again.lease = counter.all<LeaseReturned>()[0].lease;
    again.till = own_till;
    again.epoch = 1;
    again.generation = "gen";
    again.account = "M1";
    again.lots = {{"lot", LotKind::points, 100, "2025-03-08", "2027-12-31"}};
    counter.line.tell(again);

    CHECK(in_hand(counter) == 0);
}

TEST_CASE("a repeated grant brings the amounts of the row, not those of the grant")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.arm();
    const std::string lease{counter.line.grant("M1", 100, 0)};
    counter.serve();
    counter.must(RedeemPoints{40});
    counter.pay();

    LeaseGranted again;
    again.lease = lease;
    again.till = own_till;
    again.epoch = 1;
    again.generation = "gen";
    again.account = "M1";
    again.lots = {{"lot", LotKind::points, 100, "2025-03-08", "2027-12-31"}};
    counter.line.tell(again);

    CHECK(in_hand(counter) == 60);
}

TEST_CASE("points left ahead stay until they are recalled, and not while a ticket needs them")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.arm();
    const std::string lease{counter.line.grant("M1", 100, 0)};
    counter.till->refresh();
    CHECK(in_hand(counter) == 100);

    counter.serve();
    counter.must(RedeemPoints{40});
    counter.line.tell(LeaseRecalled{own_till, lease, "wanted_elsewhere"});
    counter.till->refresh();
    CHECK(counter.all<LeaseReturned>().empty());
    counter.pay();

    const auto returned = counter.all<LeaseReturned>();
    REQUIRE(returned.size() == 1);
    CHECK(returned[0].lots[0].amount == 60);
}

TEST_CASE("the owner vouches as a second person, and the office answers with the leases")
{
    PointsCounter counter;
    counter.line.arm({}, {"0/5"});
    CHECK(counter.refusal(VouchLeases{""}) == "leases.needs_reason");
    CHECK(counter.refusal(VouchLeases{"停电后重启"}) == "leases.needs_approval");
    CHECK(counter.all<LeasesVouched>().empty());

    counter.must(Approve{"陈店长", "8642"});

    const auto vouched = counter.all<LeasesVouched>();
    REQUIRE(vouched.size() == 1);
    CHECK(vouched[0].leases == std::vector<std::string>{"0/5"});
    CHECK(vouched[0].approved_by.text == "陈店长");
}

TEST_CASE("books that are folded again hold the same rows, and still nothing is in the hand")
{
    PointsCounter counter;
    counter.line.arm();
    const std::string lease{counter.line.grant("M1", 100, 0)};
    counter.serve();
    counter.must(RedeemPoints{40});
    counter.pay();
    const auto before = counter.books.store().points().lease(lease);

    counter.books.store().books().connection().run("UPDATE folded SET number = 0");
    counter.restart("nonce-2");

    const auto after = counter.books.store().points().lease(lease);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->lots == before->lots);
    CHECK(in_hand(counter) == 0);
}

TEST_CASE("a process keeps what is in its hand when the office is put back, and asks for more once it is armed anew")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.grant("M1", 100, 0);

    counter.line.tell(OfficeRestored{"gen 2", "gen", "witness", "", 0});
    CHECK_FALSE(counter.view().leases.armed);
    CHECK(counter.view().leases.office_recovering);
    CHECK(in_hand(counter) == 100);
    counter.line.grant("M1", 50, 0); // Of the old history, on its way all the time.
    CHECK(in_hand(counter) == 100);

    counter.line.tell(TillArmed{own_till, 1, "nonce-1", 1, "gen 2", {}, {}});
    counter.line.tell(OfficeRecovered{"gen 2"});
    CHECK(counter.view().leases.armed);
    CHECK_FALSE(counter.view().leases.office_recovering);
    CHECK(in_hand(counter) == 100);
}
