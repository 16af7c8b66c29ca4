// What every command of the office is given, and how it opens the books. Internal to the commands.
#pragma once

#include "sync/catalogue/text.hpp"
#include "sync/events/time.hpp"
#include "sync/office/chance.hpp"
#include "sync/office/commands/complaints.hpp"
#include "sync/office/http_server.hpp"
#include "sync/office/office.hpp"

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <string>
#include <utility>

namespace guitai::office {

inline constexpr int done{0};
inline constexpr int found_something{1};
inline constexpr int refused_or_failed{2};

struct Said {
    std::string database;
    std::string code, name, kind{"shop"}, tax{"included"}, tax_rate{"13"}, delivery_fee{"0"};
    std::string store, role, pin, label;
    std::string file, encoding;
    std::string assets, witness, reason;
    std::string purpose, channel;
    std::string member;
    std::string kept, merged;
    std::string adapter{"standard"};
    std::string on; // ISO date.
    std::int64_t till{0};
    std::int64_t points{0};
    ListenOptions listen;
    bool test{false};
    bool withdraw_missing{false};
};

struct Run {
    const Said& said;
    std::ostream& out;
    std::ostream& err;
};

using Command = int (*)(const Run& run);

inline int refuse_aloud(std::ostream& err, const Refusal& why)
{
    err << fmt::format("guitai-office: {}\n", one_line(complaint_of(why)));
    return refused_or_failed;
}

// An office that is opened for one command.
class OpenOffice {
public:
    explicit OpenOffice(const std::string& url)
        : m_connection{database::open(url)}, m_office{Office::open(*m_connection, m_clock, m_chance)}
    {
    }
    [[nodiscard]] Result<std::unique_ptr<Office>>& get() { return m_office; }

private:
    SystemClock m_clock;
    SystemChance m_chance;
    std::unique_ptr<database::Connection> m_connection;
    Result<std::unique_ptr<Office>> m_office;
};

// Opens the books, does it and prints what it gave.
template<typename Do>
int with_office(const Run& run, Do&& command)
{
    try {
        OpenOffice opened{run.said.database};
        if (!opened.get()) return refuse_aloud(run.err, opened.get().error());
        const Result<std::string> line{command(**opened.get())};
        if (!line) return refuse_aloud(run.err, line.error());
        run.out << *line << '\n';
        return done;
    } catch (const database::DatabaseError& broken) {
        run.err << fmt::format("guitai-office: {}\n", one_line(complaint_of(broken, run.said.database)));
        return refused_or_failed;
    }
}

// The same, for what makes no sense in books that are not there yet.
template<typename Do>
int with_known_office(const Run& run, Do&& command)
{
    if (auto books = must_have_books(run.said.database); !books) return refuse_aloud(run.err, books.error());
    return with_office(run, std::forward<Do>(command));
}

} // namespace guitai::office
