#include "sync/office/writer.hpp"

#include "tests/office/fresh_office.hpp"

#include <atomic>
#include <future>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// A work that writes one event and is told afterwards.
Writing::Work write_place(const char* code, std::promise<bool>& told)
{
    return [code, &told](Office& office, const database::Transaction& open) -> Writing::Told {
        PlaceSet place;
        place.place = {code};
        office.say(open, place);
        return [&told] { told.set_value(true); };
    };
}

Writing::Failed told_by(std::promise<bool>& told)
{
    return [&told](const std::string&) { told.set_value(false); };
}

} // namespace

TEST_CASE("works that wait together share one commit")
{
    on_each_engine([](FreshOffice& fresh) {
        std::atomic<int> commits{0};
        std::promise<void> gate;
        std::promise<void> begun;
        std::array<std::promise<bool>, 3> told;
        const std::int64_t before{fresh.office->books().journal().head(0).number};
        {
            Writer writer{*fresh.office, [&commits] { ++commits; }};
            // While the first is being done, the others gather.
            writer.submit(
                [&](Office&, const database::Transaction&) -> Writing::Told {
                    begun.set_value();
                    gate.get_future().wait();
                    return {};
                },
                [](const std::string&) {});
            begun.get_future().wait();
            for (auto& each : told) writer.submit(write_place("S08", each), told_by(each));
            gate.set_value();
            for (auto& each : told) CHECK(each.get_future().get());
        }

        CHECK(commits == 2);
        CHECK(fresh.office->books().journal().head(0).number == before + 3);
    });
}

TEST_CASE("a work that fails does not take its neighbours down with it")
{
    on_each_engine([](FreshOffice& fresh) {
        std::promise<void> gate;
        std::promise<void> begun;
        std::promise<bool> first;
        std::promise<bool> bad;
        std::promise<bool> last;
        const std::int64_t before{fresh.office->books().journal().head(0).number};
        {
            Writer writer{*fresh.office, {}};
            writer.submit(
                [&](Office&, const database::Transaction&) -> Writing::Told {
                    begun.set_value();
                    gate.get_future().wait();
                    return {};
                },
                [](const std::string&) {});
            begun.get_future().wait();
            writer.submit(write_place("S08", first), told_by(first));
            writer.submit(
                [](Office& office, const database::Transaction& open) -> Writing::Told {
                    office.say(open, PlaceSet{});
                    throw std::runtime_error{"the disk is full"};
                },
                told_by(bad));
            writer.submit(write_place("S09", last), told_by(last));
            gate.set_value();
            CHECK(first.get_future().get());
            CHECK_FALSE(bad.get_future().get());
            CHECK(last.get_future().get());
        }

        CHECK(fresh.office->books().journal().head(0).number == before + 2);
    });
}
