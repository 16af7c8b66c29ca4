// The disk of till 1 was copied, and both copies sold.
#include "sync/office/branches.hpp"

#include "sync/office/projections/people.hpp"
#include "sync/office/projections/takings.hpp"
#include "tests/office/lease_desk.hpp"

#include <algorithm>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// The journal of a machine that runs as till 1.
struct Machine {
    LeaseDesk* desk;
    std::vector<std::string> lines{};
    std::vector<std::string> chain{chain_of_nothing()};

    void write(EventBody body)
    {
        lines.push_back(desk->fresh.line(1, std::ssize(lines) + 1, std::move(body)));
        chain.push_back(chain_link(chain.back(), lines.back()));
    }
    [[nodiscard]] std::string body(std::int64_t after) const
    {
        std::string all;
        for (auto at = static_cast<std::size_t>(after); at < lines.size(); ++at) all += lines[at] + "\n";
        return all;
    }
    [[nodiscard]] std::string send(std::int64_t after = 0)
    {
        const auto taken = desk->fresh.take(1, body(after));
        return taken ? "" : taken.error().code;
    }
    [[nodiscard]] Result<IntakeAnswer> tell_apart(std::int64_t after)
    {
        const auto told = read_told_apart(1, {after, chain[static_cast<std::size_t>(after)]}, body(after));
        if (!told) return refuse(told.error());
        database::Transaction open{*desk->fresh.connection};
        auto answer = take_apart(*desk->fresh.office, open, *told);
        open.commit();
        return answer;
    }
};

// At the moment when its disk is copied.
Machine started(LeaseDesk& desk)
{
    Machine machine{&desk};
    machine.write(TillStarted{"aa", "test"});
    REQUIRE(machine.send().empty());
    return machine;
}

std::vector<std::string> receipts_of(FreshOffice& fresh, TillNumber till)
{
    std::vector<std::string> receipts;
    for (const JournalLine& line : fresh.office->books().journal().after(till, 0, 100)) {
        const auto event = decode(line.text);
        REQUIRE(event);
        if (const auto* sale = std::get_if<SaleCompleted>(&event->body)) receipts.push_back(sale->receipt.text);
    }
    return receipts;
}

std::int64_t tickets(LeaseDesk& desk) { return day_figures(*desk.fresh.connection, {"S01"}, "2026-11-22").tickets; }

// One coat was sold before the disk was copied; the original is heard first.
struct Copied {
    LeaseDesk& desk;
    Machine original{&desk};
    Machine copy{&desk};

    explicit Copied(LeaseDesk& at) : desk{at}
    {
        original.write(coat_sold(1));
        copy = Machine{&desk, original.lines, original.chain};
        original.write(coat_sold(2));
        REQUIRE(original.send().empty());
    }
    void is_found_out()
    {
        if (std::ssize(copy.lines) == 1) copy.write(coat_back(2, coat_sold(1).receipt));
        REQUIRE(copy.send() == "journal.fork");
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("what both copies of a till sold is in the books once each, under names of its own")
{
    on_each_desk([](LeaseDesk& desk) {
        Copied shop{desk};
        SaleCompleted large{coat_sold(2)};
        large.lines[0].sku = {"COAT-L"};
        shop.copy.write(large);
        shop.copy.write(coat_back(3, large.receipt));
        shop.copy.write(coat_back(4, coat_sold(1).receipt));
        shop.is_found_out();
        CHECK(tickets(desk) == 2);

        for (int time{0}; time < 2; ++time) { // The first answer was lost.
            const auto told = shop.copy.tell_apart(1);
            REQUIRE(told);
            CHECK(told->cursor == 4);
            CHECK(told->chain == shop.copy.chain.back());
        }
        CHECK(tickets(desk) == 5);
        CHECK(receipts_of(desk.fresh, 1) == Names{"S01-1-000001", "S01-1-000002"});
        CHECK(receipts_of(desk.fresh, 3) == Names{"S01-3-000002", "S01-3-000003", "S01-3-000004"});
        const auto lines = desk.fresh.office->books().journal().after(3, 0, 10);
        CHECK(std::get<SaleCompleted>(decode(lines[1].text)->body).lines[0].returned_receipt.text == "S01-3-000002");
        CHECK(std::get<SaleCompleted>(decode(lines[2].text)->body).lines[0].returned_receipt.text == "S01-1-000001");
        CHECK(store_of(*desk.fresh.connection, 3) == PlaceCode{"S01"});
        CHECK(desk.last<TillSetAside>() == TillSetAside{1, 1, "another story of till 1 after event 1", 3});
        CHECK(desk.fresh.take(3, "").error().code == "till.set_aside");
    });
}

TEST_CASE("the copy that was heard first goes on under the till's own number, set aside or not")
{
    on_each_desk([](LeaseDesk& desk) {
        Copied shop{desk};
        shop.is_found_out();
        shop.original.write(coat_sold(3));
        CHECK(shop.original.send() == "till.set_aside");

        CHECK(shop.original.tell_apart(2)->cursor == 3);
        CHECK(shop.original.tell_apart(0)->cursor == 3); // From the first event on: all of it is here.

        CHECK(receipts_of(desk.fresh, 1) == Names{"S01-1-000001", "S01-1-000002", "S01-1-000003"});
        CHECK(branches_of(*desk.fresh.connection, 1).empty());
    });
}

TEST_CASE("each further copy is a branch, also of a branch, and a name is kept where it was made")
{
    on_each_desk([](LeaseDesk& desk) {
        Copied shop{desk};
        shop.copy.write(coat_sold(2));
        SaleCompleted other{coat_sold(2)};
        other.staff = {"李强"};
        shop.copy.lines.pop_back();
        shop.copy.chain.pop_back();
        shop.copy.write(other);
        shop.is_found_out();
        Machine again{&desk, shop.copy.lines, shop.copy.chain};
        shop.copy.write(coat_sold(3));
        again.write(coat_back(3, other.receipt));
        again.write(coat_back(4, coat_sold(1).receipt));

        CHECK(shop.copy.tell_apart(1)->cursor == 3);
        CHECK(again.tell_apart(2)->cursor == 4);
        CHECK(again.tell_apart(1)->cursor == 4);

        CHECK(receipts_of(desk.fresh, 3) == Names{"S01-3-000002", "S01-3-000003"});
        CHECK(receipts_of(desk.fresh, 4) == Names{"S01-4-000003", "S01-4-000004"});
        const auto lines = desk.fresh.office->books().journal().after(4, 0, 10);
        CHECK(std::get<SaleCompleted>(decode(lines[0].text)->body).lines[0].returned_receipt.text == "S01-3-000002");
        CHECK(std::get<SaleCompleted>(decode(lines[1].text)->body).lines[0].returned_receipt.text == "S01-1-000001");
        const auto branch = find_branch(*desk.fresh.connection, 4);
        REQUIRE(branch);
        CHECK(branch->parent == 3);
        CHECK(branch->till == 1);
        CHECK(branch->forked_at == 2);
    });
}

TEST_CASE("only a till that was set aside tells its story apart, and from a place that is known")
{
    on_each_desk([](LeaseDesk& desk) {
        Copied shop{desk};
        CHECK(shop.original.tell_apart(1).error().code == "till.not_set_aside");
        shop.is_found_out();

        CHECK(shop.copy.tell_apart(2).error().code == "till.other_place");
        CHECK(read_told_apart(1, {1, shop.copy.chain[1]}, shop.copy.body(0)).error().code == "event.out_of_order");
        CHECK(read_told_apart(2, {1, shop.copy.chain[1]}, shop.copy.body(1)).error().code == "event.wrong_origin");
        CHECK(tickets(desk) == 2);
    });
}

TEST_CASE("what two copies spend of one lease is judged by the lease, and what is past it is named")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        Machine original{started(desk)};
        const auto lease = desk.ask(1, desk.last<TillArmed>().epoch, 1, 60);
        REQUIRE(lease);
        const std::string lot{lease->lots[0].lot};
        Machine copy{&desk, original.lines, original.chain};
        original.write(desk.spending(nora, {{lot, lease->lease, 40, "2027-12-31"}}));
        REQUIRE(original.send().empty());
        desk.receipts = 0;
        copy.write(desk.spending(nora, {{lot, lease->lease, 20, "2027-12-31"}}));
        copy.write(LeaseReturned{lease->lease, nora, {{lot, lease->lease, 40, "2027-12-31"}}});
        copy.write(TillStarted{"bb", "test"});
        copy.write(LeasesVouched{{lease->lease}, "停电", {"老板"}});
        copy.write(desk.spending(nora, {{lot, lease->lease, 25, "2027-12-31"}}));
        REQUIRE(copy.send() == "journal.fork");
        const auto grants = desk.fresh.news_of<LeaseGranted>().size();

        const auto told = copy.tell_apart(1);
        REQUIRE(told);

        // 40 and 20 were lent. The 25 past it are the firm's loss, by name; what was not lent is hers.
        const auto apart = latest_set_apart(*desk.fresh.connection, {}, 9);
        CHECK(std::count_if(apart.begin(), apart.end(), [](const SetApart& one) {
                  return one.why.code == "points.spent_twice";
              }) == 1);
        CHECK(desk.of(nora).leased == 0);
        CHECK(desk.of(nora).available == 40);
        CHECK(desk.loss() == 25);
        CHECK(desk.fresh.news_of<LeaseGranted>().size() == grants);
        CHECK(purses::till_row(*desk.fresh.connection, 1).epoch == 1);
    });
}

TEST_CASE("points that were born at a copy are spent at a copy of it, and nobody loses any")
{
    on_each_desk([](LeaseDesk& desk) {
        Machine original{started(desk)};
        Machine copy{&desk, original.lines, original.chain};
        original.write(coat_sold(1));
        REQUIRE(original.send().empty());
        const SaleCompleted born{coat_that_keeps_its_points(nora)};
        copy.write(born);
        Machine again{&desk, copy.lines, copy.chain};
        copy.write(coat_back(2, born.receipt));
        desk.receipts = 1;
        again.write(desk.spending(nora, {{part_id(born.receipt, 1), born.receipt.text, 99, "2027-12-31"}}));
        REQUIRE(copy.send() == "journal.fork");
        REQUIRE(copy.tell_apart(1));
        REQUIRE(again.tell_apart(2));

        CHECK(desk.loss() == 0);
        CHECK(desk.of(nora).leased == 300);
        const auto apart = latest_set_apart(*desk.fresh.connection, {}, 9);
        CHECK(std::none_of(apart.begin(), apart.end(), [](const SetApart& one) {
            return one.why.code == "points.spent_twice";
        }));
    });
}

TEST_CASE("points that were born at a copy are its member's when somebody writes the branch off")
{
    on_each_desk([](LeaseDesk& desk) {
        Machine original{started(desk)};
        Machine copy{&desk, original.lines, original.chain};
        original.write(coat_that_keeps_its_points(nora));
        REQUIRE(original.send().empty());
        const SaleCompleted born{coat_that_keeps_its_points(nora)};
        copy.write(SignedOut{{"王芳"}});
        copy.write(born);
        desk.receipts = 1;
        copy.write(desk.spending(nora, {{part_id(born.receipt, 1), born.receipt.text, 99, "2027-12-31"}}));
        copy.write(LeaseReturned{born.receipt.text, nora, {{part_id(born.receipt, 1), born.receipt.text, 300, ""}}});
        REQUIRE(copy.send() == "journal.fork");
        REQUIRE(copy.tell_apart(1));

        CHECK(desk.of(nora).leased == 399 + 300);
        CHECK(desk.of(nora).available == 0);
        database::Transaction open{*desk.fresh.connection};
        REQUIRE(write_till_off(*desk.fresh.office, open, 3, {"老板"}));
        open.commit();
        CHECK(desk.of(nora).available == 300);
        CHECK(desk.of(nora).leased == 399);
        CHECK(desk.loss() == 0);
    });
}
