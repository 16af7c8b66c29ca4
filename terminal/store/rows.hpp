// Reading and writing the columns that SQL has no type for.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace guitai {

inline Money money_at(const database::Statement& row, int column) { return Money::from_minor(row.integer(column)); }
inline Quantity quantity_at(const database::Statement& row, int column)
{
    return Quantity::from_milli(row.integer(column));
}

// Whole pieces of a stock; none where more was sold than counted.
inline std::int64_t pieces_at(const database::Statement& row, int column)
{
    return std::max<std::int64_t>(row.integer(column) / Quantity::per_piece, 0);
}

template<typename Tag>
void read_id(const database::Statement& row, int column, Id<Tag>& into)
{
    into.text = row.text(column);
}

// The words in our tables were written by us, so a strange one reads as the first.
template<typename Enum>
Enum word_at(const database::Statement& row, int column)
{
    Enum value{};
    static_cast<void>(read_word(row.text(column), value));
    return value;
}

// Binds `values` as ?1, ?2 … of any kind that a column has.
template<typename... Values>
database::Statement& bind_all(database::Statement& statement, const Values&... values)
{
    int index{0};
    const auto bind_one = [&](const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        ++index;
        if constexpr (std::is_same_v<Value, Money>) statement.bind(index, value.minor());
        else if constexpr (std::is_same_v<Value, Quantity>) statement.bind(index, value.milli());
        else if constexpr (std::is_same_v<Value, BasisPoints>) statement.bind(index, value.value);
        else if constexpr (std::is_enum_v<Value>) statement.bind(index, word_of(value));
        else if constexpr (requires { value.text.size(); }) statement.bind(index, value.text);
        else statement.bind(index, value);
    };
    (bind_one(values), ...);
    return statement;
}

// While it lives, each statement need not begin and end a reading of its own: two calls of the
// system less, which is most of what a small one takes.
class OneReading {
public:
    explicit OneReading(database::Connection& connection) : m_open{connection, "SELECT 1 FROM sqlite_schema"}
    {
        static_cast<void>(m_open.step());
    }

private:
    database::Statement m_open; // In the middle of its rows.
};

// Runs one writing statement.
template<typename... Values>
void run(database::Connection& connection, std::string_view sql, const Values&... values)
{
    database::Statement statement{connection, sql};
    bind_all(statement, values...).run();
}

} // namespace guitai
