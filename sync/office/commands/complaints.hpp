// How a command says that it did not do what it was asked: one line, with the place, what is wrong there and
// what to do about it.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/result.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

[[nodiscard]] std::string complaint_of(const Refusal& why);
// A disk or a database that fails, with the database it was.
[[nodiscard]] std::string complaint_of(const database::DatabaseError& broken, std::string_view database);

// Nothing where the books are there, or are no file. For what makes no sense in empty books: a misspelt path must
// not leave new ones behind.
[[nodiscard]] Result<void> must_have_books(const std::string& database);

} // namespace guitai::office
