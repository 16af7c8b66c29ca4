// Random histories of a few purses at a few tills. GUITAI_OPERATIONS makes the run
// longer: GUITAI_OPERATIONS=10000000 build/release/bin/points_tests "[histories]"
#include "sync/points/book.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

using namespace guitai;
using purse::Book;
using purse::Units;

namespace {

const std::array<std::string, 6> days{"2026-01-10", "2026-01-31", "2026-02-01", "2026-03-31", "2026-12-31", ""};
const std::array<std::string, 3> accounts{"A", "B", "C"};

// What a till was told it may spend, kept apart from the book: the far end of the wire.
struct Hand {
    std::string account{};
    std::vector<LotPart> parts{};
    bool closed{false};
};

class History {
public:
    explicit History(unsigned seed) : m_random{seed} {}

    void step()
    {
        switch (roll(10)) {
        case 0:
        case 1: return earn();
        case 2: return grant();
        case 3:
        case 4: return spend();
        case 5: return give_back_lease();
        case 6: return refund_sale();
        case 7: return refund_redemption();
        case 8: return merge_or_leave();
        default: return purse::day_began(m_book, days.at(static_cast<std::size_t>(roll(4))));
        }
    }

    // Whatever happened: sums, and no unit spent that was not earned.
    [[nodiscard]] std::string fault() const
    {
        if (auto wrong = purse::fault_of(m_book); !wrong.empty()) return wrong;
        Units born{0}, moved{0}, spent{0};
        for (const auto& [id, lot] : m_book.lots) {
            if (lot.origin.empty()) born += lot.amount;
            moved += lot.moved;
            spent += lot.spent;
            if (lot.back > lot.amount) return "more went back than " + id + " earned";
        }
        if (born != m_earned) return "born " + std::to_string(born) + ", earned " + std::to_string(m_earned);
        if (spent + m_restored != m_spent) return "spent " + std::to_string(spent);
        if (m_book.loss != 0) return "a loss nobody named";
        return {};
    }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>{0, sides - 1}(m_random); }
    const std::string& any(const std::array<std::string, 3>& of) { return of.at(static_cast<std::size_t>(roll(3))); }
    std::string name(char letter) { return letter + std::to_string(++m_names); }

    void earn()
    {
        purse::Earned earned;
        earned.lot = m_lots.emplace_back(name('l'));
        earned.account = any(accounts);
        earned.member = any(accounts);
        earned.amount = roll(200);
        earned.on = days.at(static_cast<std::size_t>(roll(3)));
        earned.expires = days.at(static_cast<std::size_t>(roll(6)));
        earned.sale_minor = 1 + roll(20'000);
        if (roll(4) == 0) earned.matures = days.at(static_cast<std::size_t>(roll(4)));
        const bool waits{!earned.matures.empty() && earned.matures > m_book.today};
        if (!waits && roll(3) == 0) {
            earned.kept = name('k');
            m_hands.push_back({earned.account, {{earned.lot, earned.kept, earned.amount, ""}}});
        }
        m_earned += earned.amount;
        purse::points_earned(m_book, earned);
    }

    void grant()
    {
        const purse::Granted granted{name('k'), any(accounts), 1 + roll(3), 1, 1 + roll(150), 0};
        purse::lease_granted(m_book, granted);
        m_book.notes.clear();
        if (!m_book.leases.contains(granted.lease)) return;
        Hand hand{granted.account, {}};
        for (const std::string& id : purse::of_account(m_book, granted.account)) {
            const auto& leased = m_book.lots.at(id).leased;
            if (const auto found = leased.find(granted.lease); found != leased.end()) {
                hand.parts.push_back({id, granted.lease, found->second, ""});
            }
        }
        m_hands.push_back(std::move(hand));
    }

    void spend()
    {
        if (m_hands.empty()) return;
        Hand& hand{m_hands.at(static_cast<std::size_t>(roll(static_cast<int>(m_hands.size()))))};
        purse::SpentParts spent{m_redemptions.emplace_back(name('r')), hand.account, {}};
        for (LotPart& part : hand.parts) {
            if (hand.closed || part.amount == 0) continue;
            LotPart some{part};
            some.amount = 1 + roll(static_cast<int>(part.amount));
            part.amount -= some.amount;
            m_spent += some.amount;
            spent.parts.push_back(some);
        }
        purse::points_spent(m_book, spent);
    }

    void give_back_lease()
    {
        if (m_hands.empty()) return;
        Hand& hand{m_hands.at(static_cast<std::size_t>(roll(static_cast<int>(m_hands.size()))))};
        if (hand.parts.empty()) return;
        hand.closed = true;
        purse::lease_returned(m_book, hand.parts.front().lease); // Often a second time.
    }

    void refund_sale()
    {
        if (m_lots.empty()) return;
        purse::SaleRefunded refunded{m_lots.at(static_cast<std::size_t>(roll(static_cast<int>(m_lots.size())))), 0, -1};
        if (roll(2) == 0) refunded.minor = roll(9'000);
        else refunded.amount = 1 + roll(150);
        purse::sale_refunded(m_book, refunded);
        m_book.notes.clear();
    }

    void refund_redemption()
    {
        if (m_redemptions.empty()) return;
        const auto& one = m_redemptions.at(static_cast<std::size_t>(roll(static_cast<int>(m_redemptions.size()))));
        const Units asked{1 + roll(100)};
        purse::redemption_refunded(m_book, {one, asked, roll(3) == 0 ? "2026-12-31" : ""});
        Units beyond{0};
        for (const purse::Note& note : m_book.notes) beyond += note.amount;
        m_restored += asked - beyond;
        m_book.notes.clear();
    }

    void merge_or_leave()
    {
        if (roll(2) == 0) purse::members_merged(m_book, any(accounts), any(accounts));
        else purse::member_left(m_book, any(accounts), any(accounts), any(accounts));
    }

    std::mt19937 m_random;
    Book m_book;
    std::int64_t m_names{0};
    std::vector<std::string> m_lots, m_redemptions;
    std::vector<Hand> m_hands;
    Units m_earned{0}, m_spent{0}, m_restored{0};
};

std::int64_t operations_wanted()
{
    const char* const wanted{std::getenv("GUITAI_OPERATIONS")};
    return wanted == nullptr ? 20'000 : std::stoll(wanted);
}

Book with_lot(std::string id, Units amount)
{
    Book book;
    purse::points_earned(book, {.lot = std::move(id), .account = "A", .amount = amount, .on = "2026-01-10"});
    return book;
}

} // namespace

TEST_CASE("in any history each unit is in one place, and none is spent that was not earned", "[histories]")
{
    constexpr int steps{120};
    unsigned seed{test::seed_of_this_run()};
    for (std::int64_t done{0}; done < operations_wanted(); done += steps, ++seed) {
        History history{seed};
        for (int step{0}; step < steps; ++step) {
            history.step();
            if (const auto fault = history.fault(); !fault.empty()) {
                FAIL("GUITAI_SEED=" << seed << " step " << step << ": " << fault);
            }
        }
    }
}

TEST_CASE("what a till says it spent and no longer holds is the firm's loss, with a name")
{
    Book book{with_lot("a", 100)};
    purse::lease_granted(book, {"x", "A", 1, 1, 60, 1});
    purse::points_spent(book, purse::SpentParts{"r", "A", {{"a", "x", 60, ""}}});

    purse::points_spent(book, purse::SpentParts{"s", "A", {{"a", "x", 60, ""}}});

    CHECK(book.loss == 60);
    CHECK(book.notes == std::vector<purse::Note>{{"points.overspent", 60}});
    CHECK(book.lots.at("a").available == 40);
    CHECK(purse::fault_of(book).empty());
}

TEST_CASE("a lease that is returned credits what the office has left and not what is claimed")
{
    Book book{with_lot("a", 100)};
    purse::lease_granted(book, {"x", "A", 1, 1, 60, 1});
    purse::points_spent(book, purse::SpentParts{"r", "A", {{"a", "x", 25, ""}}});

    purse::lease_returned(book, "x");
    purse::lease_returned(book, "x");

    CHECK(purse::view(book, "A").available == 75);
    CHECK(book.leases.at("x").state == purse::LeaseState::returned);
}

TEST_CASE("a shop of its own spends from the purse and needs no lease")
{
    Book book{with_lot("a", 100)};

    purse::points_spent(book, purse::SpentParts{"r", "A", {{"a", "", 30, ""}}});

    CHECK(purse::view(book, "A").available == 70);
    CHECK(book.lots.at("a").spent == 30);
    CHECK(book.loss == 0);
}

TEST_CASE("a lot that is told twice is one lot")
{
    Book book{with_lot("a", 100)};

    purse::points_earned(book, {.lot = "a", .account = "A", .amount = 100, .on = "2026-01-10"});

    CHECK(purse::view(book, "A").points == 100);
}
