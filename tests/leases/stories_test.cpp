// Two machines of one till, told step by step: the stories that need many steps in one order, which chance seldom
// finds. Each is told with a rule left out, where both machines spend the same ten points, and with the rule kept,
// where only one of them does.
#include "tests/leases/truth.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <functional>
#include <memory>

using namespace guitai;
using namespace guitai::leases;

namespace {

const MemberId nora{"M1"};
constexpr std::int64_t points{10};

class Stage {
public:
    explicit Stage(Naive rule)
        : m_rule{rule}, m_office{name(), m_clock, m_dice.seed(), sim::Lie::none,
                                 [this](office::Office& office) { return writing_with(m_rule, office, m_dice); }}
    {
        spdlog::set_level(spdlog::level::off);
        m_office.decide([](office::Office& office, const database::Transaction& open) {
            PlaceSet shop;
            shop.place = {"S01"};
            shop.name = "S01";
            office.say(open, shop);
            office.say(open,
                       PointsPosted{nora, points, "2099-12-31", PointsReason::imported, "", office_origin, 0, {}});
        });
        const auto enrolled = m_office.enrol({"S01"}, RequestSigner{m_who.key}.public_key());
        m_who.till = enrolled.till;
        m_who.store = enrolled.store;
        m_who.office = enrolled.office;
    }

    // With an empty disk, or with that one.
    Machine& machine(const std::string& image = {})
    {
        m_machines.push_back(
            std::make_unique<Machine>(name(), m_time, m_dice.seed(), m_office, m_who, m_rule));
        Machine& made{*m_machines.back()};
        if (!image.empty()) {
            made.put(image);
            m_truth.doubt(m_who.till);
        }
        made.start();
        return made;
    }
    void cut_off(Machine& machine) { machine.wire().cut_off_until(m_time.now_ms + 1'000'000); }
    void wait() { m_time.now_ms += 60'000; }
    void mend(Machine& machine) { machine.wire().cut_off_until(0); }

    // Beyond what anybody agreed to.
    [[nodiscard]] std::int64_t overspent()
    {
        for (const auto& machine : m_machines) (void)m_truth.read(*machine);
        m_truth.read(m_office);
        return m_truth.overspent() - m_truth.bound();
    }

private:
    static std::string name()
    {
        static int names{0};
        return fmt::format("stage-{}", ++names);
    }

    Naive m_rule;
    sim::Dice m_dice{1};
    sim::TrueTime m_time;
    sim::CrookedClock m_clock{m_time};
    sim::HeadOffice m_office;
    Who m_who;
    std::vector<std::unique_ptr<Machine>> m_machines;
    Truth m_truth;
};

void tell(Naive rule, const std::function<void(Stage&)>& story)
{
    for (const Naive told : {rule, Naive::none}) {
        Stage stage{told};
        story(stage);
        CHECK(stage.overspent() == (told == Naive::none ? 0 : points));
    }
}

// A machine with all ten points in its hand.
Machine& with_lease(Stage& stage)
{
    Machine& machine{stage.machine()};
    machine.ask(nora, points, true);
    REQUIRE(machine.in_hand(nora) == points);
    return machine;
}

// Its start is heard of.
void arrive(Machine& machine)
{
    machine.do_anything();
    machine.sync();
}

} // namespace

TEST_CASE("a copy that finds the leases of its books in its hand is found out")
{
    tell(Naive::fills_hand_at_start, [](Stage& stage) {
        Machine& original{with_lease(stage)};
        Machine& copy{stage.machine(original.image())};
        arrive(copy);

        original.spend(nora, points);
        copy.spend(nora, points);
    });
}

TEST_CASE("a copy that is carried the leases of the original, which never stopped, is found out")
{
    tell(Naive::carries_after_crash, [](Stage& stage) {
        Machine& original{with_lease(stage)};
        stage.cut_off(original);
        Machine& copy{stage.machine(original.image())};
        arrive(copy);

        original.spend(nora, points);
        copy.spend(nora, points);
    });
}

TEST_CASE("a copy that stops and starts in order and has resting leases then is found out")
{
    tell(Naive::carries_resting, [](Stage& stage) {
        Machine& original{with_lease(stage)};
        stage.cut_off(original);
        Machine& copy{stage.machine(original.image())};
        arrive(copy);
        copy.stop_in_order();
        copy.start();
        arrive(copy);

        original.spend(nora, points);
        copy.spend(nora, points);
    });
}

TEST_CASE("a copy that is armed by the answer to the original's start is found out")
{
    tell(Naive::ignores_nonce, [](Stage& stage) {
        Machine& original{with_lease(stage)};
        original.stop_in_order();
        const std::string image{original.image()};
        original.start();
        arrive(original);
        REQUIRE(original.in_hand(nora) == points);
        Machine& copy{stage.machine(image)};
        copy.do_anything();
        copy.listen(); // Before the office hears of its start.

        original.spend(nora, points);
        copy.spend(nora, points);
    });
}

TEST_CASE("an original that takes what its copy is granted is found out")
{
    tell(Naive::never_superseded, [](Stage& stage) {
        Machine& original{stage.machine()};
        arrive(original);
        Machine& copy{stage.machine(original.image())};
        arrive(copy);
        original.sync();
        copy.ask(nora, points, true);
        REQUIRE(copy.in_hand(nora) == points);
        original.sync();

        original.spend(nora, points);
        stage.wait(); // Else both would write the very same event.
        copy.spend(nora, points);
    });
}

TEST_CASE("a copy that takes a grant for the original's start is found out")
{
    tell(Naive::takes_any_epoch, [](Stage& stage) {
        Machine& original{stage.machine()};
        arrive(original);
        const std::string image{original.image()};
        original.ask(nora, points, true);
        REQUIRE(original.in_hand(nora) == points);
        stage.cut_off(original);
        Machine& copy{stage.machine(image)};
        arrive(copy);

        original.spend(nora, points);
        copy.spend(nora, points);
    });
}

TEST_CASE("an owner who is believed although the till has two stories is found out")
{
    tell(Naive::believes_aside, [](Stage& stage) {
        Machine& original{with_lease(stage)};
        stage.cut_off(original);
        Machine& copy{stage.machine(original.image())};
        arrive(copy);
        stage.mend(original);
        arrive(original); // The second story.
        (void)copy.vouch();
        copy.sync();

        copy.spend(nora, points);
        original.spend(nora, points); // Out of the hand that it has had all the while.
    });
}

TEST_CASE("an owner who gives her word falsely costs what it named, and no more")
{
    Stage stage{Naive::none};
    Machine& original{with_lease(stage)};
    stage.cut_off(original);
    Machine& copy{stage.machine(original.image())};
    arrive(copy);
    CHECK(copy.vouch().size() == 1);
    copy.sync();

    original.spend(nora, points);
    CHECK(copy.spend(nora, points));

    CHECK(stage.overspent() == 0); // Ten were spent twice, and ten were agreed to.
}
