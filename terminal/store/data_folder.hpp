// A till's folder: its books, its key, and the lock that keeps a second till
// program off them.
//
//   till.db      the books (SQLite)
//   device.key   Ed25519 seed as 64 hex digits, readable by its owner only
//   office.pem   the certificates that vouch for the head office; missing where
//                those of the machine do
//   lock         held as long as a till runs here
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/result.hpp"
#include "terminal/store/identity.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <string>

namespace guitai {

using DeviceKey = std::array<unsigned char, 32>; // Ed25519 seed.

// What the folder was made for.
struct Device {
    TillNumber till{0};
    PlaceCode store;
    std::string office_url; // Empty: a shop of its own, without a head office.
    std::string office;     // The name the office gave itself.
    bool test{false};       // Its clock may be set, its receipts are marked.

    [[nodiscard]] TillIdentity identity() const { return {till, store, office_url.empty()}; }
    bool operator==(const Device&) const = default;
};

// Held from its making to its end; the kernel frees it however the program ends.
class FolderLock {
public:
    FolderLock() = default;
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;

    // Refuses folder.in_use (another guitai runs here) and folder.not_writable.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& folder);

private:
    int m_file{-1};
};

// An open till folder: locked, migrated, ready to sell from.
class DataFolder {
public:
    // Refuses folder.not_a_till (nothing was made here: run init or enrol),
    // folder.in_use, folder.newer (made by a later guitai), folder.not_writable,
    // folder.disk_full and folder.damaged.
    [[nodiscard]] static Result<DataFolder> open(const std::filesystem::path& folder);
    // The same without a folder, its lock and its key: over a disk that only a test
    // has. Refuses folder.not_a_till and folder.newer; throws where the disk fails.
    [[nodiscard]] static Result<DataFolder> over(std::unique_ptr<database::Connection> connection);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const Device& device() const { return m_device; }
    // The only connection that writes; it belongs to the till thread.
    [[nodiscard]] database::Connection& connection() const { return *m_connection; }
    // For the sync thread, which only looks.
    [[nodiscard]] std::unique_ptr<database::Connection> open_reader() const;
    // Refuses folder.no_key.
    [[nodiscard]] Result<DeviceKey> key() const;
    // The file of certificates that vouch for the head office; empty where there is none.
    [[nodiscard]] std::filesystem::path trusted() const;

private:
    DataFolder(std::filesystem::path path, FolderLock lock, std::unique_ptr<database::Connection> connection,
               Device device);

    std::filesystem::path m_path;
    FolderLock m_lock;
    std::unique_ptr<database::Connection> m_connection;
    Device m_device;
};

[[nodiscard]] std::filesystem::path database_path(const std::filesystem::path& folder);
// Of books without a seal, as older programs left them and `unseal` leaves them.
[[nodiscard]] std::string database_url(const std::filesystem::path& folder);

// The books of a folder, sealed with its key; made where there are none. A file without a seal is opened as it is.
// Refuses folder.no_key; throws where the disk fails.
[[nodiscard]] Result<std::unique_ptr<database::Connection>> open_books(
    const std::filesystem::path& folder, database::Access access = database::Access::read_write);

// Takes the seal off, for people who have to look into the books with tools of their own; the next start puts it on
// again. Refuses like DataFolder::open().
[[nodiscard]] Result<void> unseal_books(const std::filesystem::path& folder);

// What the store's tables are called among the migrations.
inline constexpr std::string_view store_schema_name{"store"};

// Makes the journal's and the store's tables, or brings them up to date. Refuses database.newer.
[[nodiscard]] Result<void> migrate_store(database::Connection& connection);

// Whether migrate_store() would change anything: an older program wrote these books.
[[nodiscard]] bool is_older_store(database::Connection& connection);

// The row that makes a database a till's; nothing where it has none yet.
[[nodiscard]] Result<Device> read_device(database::Connection& connection);
void write_device(database::Connection& connection, const Device& device);

// The key in the folder, made (and the folder too) where there is none. A key
// outlives a failed enrolment, so that the next try is known as the same till.
// Refuses folder.not_writable, folder.disk_full and folder.no_key (unreadable).
[[nodiscard]] Result<DeviceKey> key_for_folder(const std::filesystem::path& folder);

// Keeps these certificates (PEM) in the folder as those that vouch for the head
// office. Refuses folder.not_writable and folder.disk_full.
[[nodiscard]] Result<void> keep_trusted(const std::filesystem::path& folder, const std::string& certificates);

// The one line that says what is wrong with the disk or the file.
[[nodiscard]] Refusal refusal_of(const database::DatabaseError& error);

} // namespace guitai
