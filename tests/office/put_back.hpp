// A head office whose books are put back to an older copy, and tills that show it what it forgot.
#pragma once

#include "sync/office/restored.hpp"
#include "tests/office/lease_desk.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace guitai::office::tests {

struct OldCopy {
    FreshOffice& fresh;
    std::int64_t position; // So many events of all there were.
    std::vector<Event> news; // What the head office said after it was made, once it is put back.

    explicit OldCopy(FreshOffice& office) : fresh{office}, position{count()} {}

    [[nodiscard]] std::int64_t count() const
    {
        database::Statement find{*fresh.connection, "SELECT COUNT(*) FROM journal"};
        return find.step() ? find.integer(0) : 0;
    }

    void put_back()
    {
        Journal& journal{fresh.office->books().journal()};
        for (const JournalLine& line : journal.after_position(position, 100'000)) {
            if (line.origin == office_origin) news.push_back(*decode(line.text));
        }
        database::Connection& books{*fresh.connection};
        database::Statement{books, "DELETE FROM journal WHERE position > ?1"}.bind(1, position).run();
        books.run("DELETE FROM journal_heads; INSERT INTO journal_heads (origin, number, chain)"
                  " SELECT j.origin, j.number, j.chain FROM journal j JOIN (SELECT origin, MAX(number) AS number"
                  " FROM journal GROUP BY origin) last ON last.origin = j.origin AND last.number = j.number;"
                  "DELETE FROM quarantine; DELETE FROM folded");
        fresh.office->books().refold_if_outdated(books_schema_name);
    }

    // The grants to that till among them.
    [[nodiscard]] std::vector<LeaseGranted> grants_of(TillNumber till) const
    {
        std::vector<LeaseGranted> grants;
        for (const Event& event : news) {
            const auto* granted = std::get_if<LeaseGranted>(&event.body);
            if (granted != nullptr && granted->till == till) grants.push_back(*granted);
        }
        return grants;
    }
};

struct PutBackDesk : LeaseDesk {
    std::string begin_history()
    {
        database::Transaction open{*fresh.connection};
        office::begin_history(*fresh.office, open, Cause::operator_, "old disk");
        open.commit();
        return last<OfficeRestored>().generation;
    }
    [[nodiscard]] std::string show(TillNumber till, std::int64_t through, std::vector<LeaseGranted> grants = {})
    {
        const auto latest = latest_history(*fresh.connection);
        database::Transaction open{*fresh.connection};
        const auto shown = take_showing(
            *fresh.office, open, {till, latest ? latest->generation : "", through, std::move(grants)});
        open.commit();
        return shown ? "" : shown.error().code;
    }
    [[nodiscard]] Result<TillGoneWithout> go_on(TillNumber till)
    {
        database::Transaction open{*fresh.connection};
        auto gone = go_on_without(*fresh.office, open, till, {"老板"});
        open.commit();
        return gone;
    }
    // The very lines that the till sent before, from `first` on.
    [[nodiscard]] std::string send_again(TillNumber till, const std::vector<std::string>& lines)
    {
        std::string body;
        for (const std::string& line : lines) body += line + "\n";
        const auto answer = fresh.take(till, body);
        return answer ? "" : answer.error().code;
    }
    [[nodiscard]] std::vector<std::string> lines_of(TillNumber till)
    {
        std::vector<std::string> lines;
        for (JournalLine& line : fresh.office->books().journal().after(till, 0, 1'000)) {
            lines.push_back(std::move(line.text));
        }
        return lines;
    }
    [[nodiscard]] bool recovering() { return is_recovering(*fresh.connection); }
    [[nodiscard]] std::int64_t lacking()
    {
        database::Statement sum{*fresh.connection, "SELECT COALESCE(SUM(lacking), 0) FROM purse_lots"};
        return sum.step() ? sum.integer(0) : 0;
    }
    [[nodiscard]] std::vector<std::string> concerns()
    {
        std::vector<std::string> codes;
        for (const SetApart& one : latest_set_apart(*fresh.connection, {}, 20)) codes.push_back(one.why.code);
        std::sort(codes.begin(), codes.end());
        return codes;
    }
};

// `test` with such a desk on every engine there is; afterwards the books are whole.
template<typename Test>
void on_each_put_back_desk(Test&& test)
{
    on_each_engine([&](FreshOffice& fresh) {
        PutBackDesk desk{{fresh}};
        test(desk);
        CHECK(desk.faults() == std::vector<std::string>{});
    });
}

} // namespace guitai::office::tests
