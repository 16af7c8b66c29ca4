// Who remembers how far the books were, apart from the database they are in: books that are
// behind their witness were put back to an older copy, and points that they lent since are out.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace guitai::office {

// Where the books of an office stand.
struct BooksStand {
    std::string office;     // Its name.
    std::string generation; // The history that is written.
    std::int64_t number{0}; // The newest event of the head office.
    std::int64_t tills{0};  // The highest number that was given to a till.

    bool operator==(const BooksStand&) const = default;
};

struct WitnessFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Witness {
public:
    Witness() = default;
    virtual ~Witness() = default;
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;

    // Durable when it returns. Throws WitnessFailed.
    virtual void note(const BooksStand& stand) = 0;
    // The newest that was noted whole; nothing where none was. Throws WitnessFailed where it can not be read.
    [[nodiscard]] virtual std::optional<BooksStand> noted() = 0;
};

// A small file of two places that are written in turn, so that a power cut in the middle of one leaves the other. It
// belongs on another disk than the database, or at least into no backup together with it.
class WitnessFile final : public Witness {
public:
    explicit WitnessFile(std::filesystem::path path) : m_path{std::move(path)} {}

    void note(const BooksStand& stand) override;
    [[nodiscard]] std::optional<BooksStand> noted() override;

private:
    std::filesystem::path m_path;
};

} // namespace guitai::office
